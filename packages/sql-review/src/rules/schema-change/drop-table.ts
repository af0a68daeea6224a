import { at, defineRule } from '../../rule.ts';

export const dropTable = defineRule({
  id: 'drop-table',
  grade: 'X',
  theme: 'schema-change',
  why: {
    en: 'A dropped table takes its rows, indexes, triggers and rights with it; only a backup brings them back.',
    zh: '删除表会一并删除数据、索引和触发器；只能依靠备份恢复。',
  },
  on: ['drop-table'],
  check: ({ temporary, names }) =>
    !temporary &&
    names.map((name) => at(name, 'The table and all its rows are dropped.', '该表及其全部数据将被删除。')),
});
