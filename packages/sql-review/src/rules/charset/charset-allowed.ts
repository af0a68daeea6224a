import type { Node, Setting } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { charsetOfCollation, wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import type { KindMap } from '../../tree/kinds.ts';

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
  check: (node, { parentOf }, { allowed }) => {
    const above = parentOf(node);
    const charset = charsetNamed(node, above);
    // Letters and digits alone read the same in utf8mb4: ids and codes of one column may say so.
    const isPlainColumn = node.kind === 'data-type' && isSame(charset, 'ascii');
    return (
      charset !== undefined &&
      !isSame(charset, 'DEFAULT') &&
      !isPlainColumn &&
      !allowed.some((one) => isSame(one, charset)) &&
      at(node, `${charset} is not among the allowed character sets.`, `${charset} 不在允许的字符集之列。`)
    );
  },
});

/** A set by its name, or by that of a collation with no set beside it. */
function charsetNamed(node: KindMap['setting' | 'data-type' | 'convert-charset'], above: Node | undefined) {
  if (node.kind === 'convert-charset') return wordOf(node.charset);
  // CAST names the set of a value, which nothing keeps.
  if (node.kind === 'data-type') return above?.kind === 'column-definition' ? node.charset : undefined;
  if (node.name === 'CHARACTER SET') return wordOf(node.value);
  if (node.name !== 'COLLATE') return undefined;
  const beside = above && ('settings' in above ? above.settings : 'actions' in above ? above.actions : []);
  const isNamed = Array.isArray(beside) && beside.some((one: Setting) => one.name === 'CHARACTER SET');
  const own = charsetOfCollation(wordOf(node.value));
  return isNamed || own?.startsWith('uca') ? undefined : own;
}
