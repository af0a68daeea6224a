import { at, defineRule } from '../../rule.ts';

export const alterEngine = defineRule({
  id: 'alter-engine',
  grade: 'E',
  theme: 'schema-change',
  why: {
    en: 'Another engine means a copy of the whole table under a lock, and other rules for transactions, locks and crashes.',
    zh: '更换存储引擎会加锁复制整张表，事务、锁和崩溃恢复的行为也随之改变。',
  },
  on: ['alter-table'],
  check: ({ actions }) =>
    actions
      .filter((action) => action.kind === 'setting' && action.name === 'ENGINE')
      .map((action) => at(action, 'ENGINE= rebuilds the table.', 'ENGINE= 会重建该表。')),
});
