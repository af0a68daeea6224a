import { nameOf } from '../../context.ts';
import { bytesOf } from '../../facts/statistics.ts';
import { at, defineRule } from '../../rule.ts';
import { factorsOf } from '../../tree/tables.ts';

export const dmlBigTable = defineRule({
  id: 'dml-big-table',
  grade: 'W',
  theme: 'change-safety',
  tier: 'statistics',
  why: {
    en: 'A change of a large table: check its plan and its locks first.',
    zh: '变更大表前请先检查执行计划和加锁范围。',
  },
  parameters: { rows: 10000000, megabytes: 10240 },
  on: ['update', 'delete'],
  check: (change, { statisticsOf }, { rows, megabytes }) => {
    const large = factorsOf(change.tables).flatMap((table) => {
      const statistics = table.kind === 'named-table' ? statisticsOf(nameOf(table.name)) : undefined;
      if (statistics === undefined) return [];
      const [count, size] = [statistics.rows ?? 0, Math.round(bytesOf(statistics) / 2 ** 20)];
      if (count > rows) return [at(table, `The table has about ${count} rows.`, `该表约有 ${count} 行。`)];
      return size > megabytes ? [at(table, `The table has about ${size} MB.`, `该表约 ${size} MB。`)] : [];
    });
    return large.slice(0, 1);
  },
});
