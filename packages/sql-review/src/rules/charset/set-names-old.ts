import { at, defineRule } from '../../rule.ts';

export const setNamesOld = defineRule({
  id: 'set-names-old',
  grade: 'N',
  theme: 'charset',
  why: {
    en: 'A session in another set than utf8mb4 loses characters on the way to the server.',
    zh: '会话使用 utf8mb4 以外的字符集时，字符可能在传输中丢失。',
  },
  on: ['set-names'],
  check: (item) =>
    item.charset &&
    !['utf8mb4', 'binary', 'utf8', 'utf8mb3', 'default'].includes(item.charset.name.toLowerCase()) &&
    at(item, `SET NAMES ${item.charset.name}.`, `SET NAMES ${item.charset.name}。`),
});
