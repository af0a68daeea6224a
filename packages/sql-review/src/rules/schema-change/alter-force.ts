import { at, defineRule } from '../../rule.ts';

export const alterForce = defineRule({
  id: 'alter-force',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'ALTER … FORCE and ALTER … ENGINE=InnoDB rebuild the table for nothing but room.',
    zh: 'ALTER … FORCE 会重建整张表，仅用于回收空间。',
  },
  on: ['alter-table'],
  check: ({ actions }) =>
    actions
      .filter((action) => action.kind === 'phrase' && action.text === 'FORCE')
      .map((action) => at(action, 'The table is rebuilt.', '将重建该表。')),
});
