import { at, defineRule } from '../../rule.ts';

export const selectForUpdate = defineRule({
  id: 'select-for-update',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'A locking read holds its locks until the transaction ends; without an index it locks every row it looks at.',
    zh: '加锁读会持锁到事务结束；没有合适的索引时会锁住扫描到的每一行。',
  },
  on: ['lock'],
  check: (lock) => at(lock, `${lock.strength} locks what it reads.`, `${lock.strength} 会锁住读取的行。`),
});
