import { at, defineRule } from '../../rule.ts';

export const dmlMultiTable = defineRule({
  id: 'dml-multi-table',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'A change over several tables locks rows in all of them, and its undo is harder to prepare.',
    zh: '多表变更会在所有涉及的表上加锁，回滚方案也更难准备。',
  },
  on: ['update', 'delete'],
  check: ({ tables: [first, second] }) =>
    first &&
    (second || first.kind !== 'named-table') &&
    at(first, 'The change spans more than one table.', '该变更涉及多张表。'),
});
