import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const dmlBigTable = defineRule({
  id: 'dml-big-table',
  grade: 'W',
  theme: 'change-safety',
  tier: 'statistics',
  why: {
    en: 'A change of a large table: check its plan and its locks first.',
    zh: '变更大表前请先检查执行计划和加锁范围。',
  },
  parameters: { rows: 10000000 },
  on: ['update', 'delete'],
  check: (change, { statisticsOf }, { rows }) => {
    const [table] = change.tables;
    const count = table?.kind === 'named-table' ? (statisticsOf(nameOf(table.name))?.rows ?? 0) : 0;
    return table && count > rows && at(table, `The table has about ${count} rows.`, `该表约有 ${count} 行。`);
  },
});
