import { at, defineRule } from '../../rule.ts';

export const readLockGlobal = defineRule({
  id: 'read-lock-global',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'FLUSH TABLES WITH READ LOCK stops every write of the instance, and waits for every query that runs.',
    zh: 'FLUSH TABLES WITH READ LOCK 会阻塞整个实例的写入，并等待所有运行中的查询。',
  },
  on: ['flush'],
  check: (flush) =>
    flush.lock !== undefined &&
    flush.tables.length === 0 &&
    at(flush, 'All writes of the instance are stopped.', '整个实例的写入都会被阻塞。'),
});
