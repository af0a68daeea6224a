import { at, defineRule } from '../../rule.ts';

export const dmlMultiTable = defineRule({
  id: 'dml-multi-table',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'A change over several tables locks rows in all of them, and its undo is harder to prepare.',
    zh: '多表变更会在所有涉及的表上加锁，回滚方案也更难准备。',
  },
  check: (_, { nodes }) =>
    [...nodes('update'), ...nodes('delete')].flatMap(({ tables }) =>
      tables[0] && (tables.length > 1 || tables[0].kind !== 'named-table')
        ? [at(tables[0], 'The change spans more than one table.', '该变更涉及多张表。')]
        : [],
    ),
});
