import { at, defineRule } from '../../rule.ts';
import { randomOrder } from '../../tree/random-order.ts';

export const insertOrderByRand = defineRule({
  id: 'insert-order-by-rand',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'Rows chosen by RAND() differ on every run and, with statement-based replication, on every replica.',
    zh: '用 RAND() 选取的行每次执行都不同；在基于语句的复制下，主从数据也会不一致。',
  },
  on: ['insert'],
  check: ({ query }, { nodes }) =>
    query &&
    nodes('query')
      .filter(({ start, end }) => start >= query.start && end <= query.end)
      .flatMap(randomOrder)
      .map((item) => at(item, 'The inserted rows are chosen at random.', '插入的行是随机选取的。')),
});
