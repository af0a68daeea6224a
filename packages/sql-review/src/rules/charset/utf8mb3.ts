import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isMysql } from '../../versions.ts';

export const utf8mb3 = defineRule({
  id: 'utf8mb3',
  grade: 'W',
  theme: 'charset',
  why: {
    en: 'utf8 is utf8mb3 here: it has no room for emoji and many Chinese characters, and is deprecated.',
    zh: '这里的 utf8 即 utf8mb3：无法存储表情符号和部分汉字，且已弃用。',
  },
  versions: isMysql,
  on: ['data-type', 'setting', 'set-names', 'convert-charset'],
  check: (node) => {
    const charset =
      node.kind === 'data-type'
        ? node.charset
        : node.kind === 'setting'
          ? node.name === 'CHARACTER SET'
            ? wordOf(node.value)
            : undefined
          : wordOf(node.charset);
    return (
      charset !== undefined &&
      ['utf8', 'utf8mb3'].includes(charset.toLowerCase()) &&
      at(node, 'Use utf8mb4.', '请使用 utf8mb4。')
    );
  },
});
