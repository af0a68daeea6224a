import { at, defineRule } from '../../rule.ts';

export const repairTable = defineRule({
  id: 'repair-table',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'REPAIR does nothing for InnoDB, and loses rows elsewhere.',
    zh: 'REPAIR 对 InnoDB 无效，对其他引擎可能丢失数据。',
  },
  on: ['table-maintenance'],
  check: ({ verb, tables }) =>
    verb === 'REPAIR' && tables.map((table) => at(table, 'Nothing for InnoDB.', '对 InnoDB 无效。')),
});
