import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const charsetAllowed = defineRule({
  id: 'charset-allowed',
  grade: 'W',
  theme: 'charset',
  why: {
    en: 'One character set everywhere: utf8mb4 holds every character, and mixed sets convert in every join.',
    zh: '统一使用 utf8mb4：可存储所有字符，混用字符集会在连接时产生转换。',
  },
  parameters: { allowed: ['utf8mb4', 'binary'] },
  on: ['setting', 'data-type', 'convert-charset'],
  check: (node, _, { allowed }) => {
    if (node.kind === 'setting' && node.name !== 'CHARACTER SET') return undefined;
    const charset =
      node.kind === 'data-type' ? node.charset : wordOf(node.kind === 'setting' ? node.value : node.charset);
    return (
      charset !== undefined &&
      !isSame(charset, 'DEFAULT') &&
      !allowed.some((one) => isSame(one, charset)) &&
      at(node, `${charset} is not among the allowed character sets.`, `${charset} 不在允许的字符集之列。`)
    );
  },
});
