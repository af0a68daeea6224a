import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { tokensBetween } from '../../tree/tokens.ts';
import { anyOf, isMariadb, mysqlFrom } from '../../versions.ts';

export const utf8Alias = defineRule({
  id: 'utf8-alias',
  grade: 'N',
  theme: 'compatibility',
  why: {
    en: 'The name utf8 will mean utf8mb4 one day: say utf8mb3 or utf8mb4.',
    zh: 'utf8 将来会指向 utf8mb4：请明确写 utf8mb3 或 utf8mb4。',
  },
  versions: anyOf(mysqlFrom(80000), isMariadb),
  on: ['setting', 'data-type'],
  check: (node) => {
    const charset =
      node.kind === 'setting' ? (node.name === 'CHARACTER SET' ? wordOf(node.value) : undefined) : node.charset;
    return charset?.toLowerCase() === 'utf8' && at(node, 'An alias whose meaning changes.', '该别名的含义会改变。');
  },
  // The alias is utf8mb3 still: written so, the meaning stays when the alias moves on.
  fix: ({ start, end }, { tokens }) =>
    tokensBetween(tokens, start, end)
      .filter(({ text }) => text.toLowerCase() === 'utf8')
      .map((token) => ({ start: token.start, end: token.end, text: 'utf8mb3' })),
});
