import { at, defineRule } from '../../rule.ts';

export const transactionTooMany = defineRule({
  id: 'transaction-too-many',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'A transaction of many changes holds all their locks, and arrives at the replicas as one large event.',
    zh: '一个事务包含过多变更时会长时间持锁，并以一个大事务的形式到达从库。',
  },
  parameters: { maximum: 100 },
  on: ['insert', 'update', 'delete'],
  check: (change, { history }, { maximum }) =>
    history.open !== undefined &&
    history.open.changes === maximum &&
    at(change, `More than ${maximum} changes in one transaction.`, `一个事务中包含超过 ${maximum} 条变更。`),
});
