import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const orderByRand = defineRule({
  id: 'order-by-rand',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Every row gets a random number and all of them are sorted to take a few.',
    zh: '需要为每一行生成随机数并全部排序，只为取出少量行。',
  },
  on: ['query'],
  check: ({ orderBy }) =>
    orderBy
      .filter(({ expression }) => isCallOf(expression, 'RAND'))
      .map((item) => at(item, 'ORDER BY RAND() sorts all rows.', 'ORDER BY RAND() 会对全部行排序。')),
});
