import { at, defineRule } from '../../rule.ts';

export const introducerMixed = defineRule({
  id: 'introducer-mixed',
  grade: 'N',
  theme: 'charset',
  why: {
    en: 'A literal of another set is converted, or keeps an index from being used.',
    zh: '使用其他字符集的字面量会产生转换，可能导致索引失效。',
  },
  on: ['literal'],
  check: (literal) =>
    literal.charset !== undefined &&
    !['utf8mb4', 'binary', 'utf8', 'utf8mb3'].includes(literal.charset.toLowerCase()) &&
    at(literal, `A literal of ${literal.charset}.`, `字面量使用 ${literal.charset} 字符集。`),
});
