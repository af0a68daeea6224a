import { at, defineRule } from '../../rule.ts';

export const optimizeTable = defineRule({
  id: 'optimize-table',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'OPTIMIZE rebuilds an InnoDB table as a whole, and the replicas after it.',
    zh: 'OPTIMIZE 会重建整张 InnoDB 表，从库随后也要重建。',
  },
  on: ['table-maintenance'],
  check: ({ verb, tables }) =>
    verb === 'OPTIMIZE' && tables.map((table) => at(table, 'The table is rebuilt.', '将重建该表。')),
});
