import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';

export const limitWithoutNumber = defineRule({
  id: 'limit-without-number',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'LIMIT 18446744073709551615 reads everything from there on.',
    zh: '用极大的 LIMIT 表示“直到最后”，会读取之后的所有行。',
  },
  parameters: { maximum: 10000 },
  on: ['limit'],
  check: ({ count }, _, { maximum }) => {
    const number = numberIn(count);
    return (
      count &&
      number !== undefined &&
      number > maximum &&
      at(count, `Up to ${number} rows at once.`, `一次最多返回 ${number} 行。`)
    );
  },
});
