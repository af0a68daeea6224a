import { at, defineRule } from '../../rule.ts';
import { randomOrder } from '../../tree/random-order.ts';

export const orderByRand = defineRule({
  id: 'order-by-rand',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Every row gets a random number and all of them are sorted to take a few.',
    zh: '需要为每一行生成随机数并全部排序，只为取出少量行。',
  },
  on: ['query', 'update', 'delete'],
  check: (sorted, { nodes }) =>
    sorted.orderBy.length > 0 &&
    nodes('call').length > 0 &&
    randomOrder(sorted).map((item) => at(item, 'ORDER BY RAND() sorts all rows.', 'ORDER BY RAND() 会对全部行排序。')),
});
