import { nameOf } from '../../context.ts';
import { bytesOf } from '../../facts/statistics.ts';
import { predictDdl } from '../../predict/predict-ddl.ts';
import { at, defineRule } from '../../rule.ts';

export const ddlBigTable = defineRule({
  id: 'ddl-big-table',
  grade: 'E',
  theme: 'schema-change',
  tier: 'statistics',
  why: {
    en: 'A definition that is changed on a large table takes long, fills the disk and makes replicas late.',
    zh: '大表变更耗时长、占用磁盘，并造成从库延迟。',
  },
  parameters: { megabytes: 1024, rows: 10_000_000 },
  on: ['alter-table', 'create-index', 'drop-index', 'table-maintenance'],
  check: (statement, context, { megabytes, rows }) => {
    if (statement.kind === 'table-maintenance' && statement.verb !== 'OPTIMIZE') return undefined;
    const names =
      statement.kind === 'table-maintenance'
        ? statement.tables
        : [statement.kind === 'alter-table' ? statement.name : statement.table];
    const big = names.flatMap((name) => {
      const size = context.statisticsOf(nameOf(name));
      const own = size ? Math.round(bytesOf(size) / 1_048_576) : 0;
      return own > megabytes || (size?.rows ?? 0) > rows ? [{ name, own, count: size?.rows }] : [];
    });
    // What only changes the dictionary is as quick as on a small table.
    if (big.length === 0 || predictDdl(statement, context).some(({ algorithm }) => algorithm === 'INSTANT'))
      return undefined;
    return big.map(({ name, own, count }) =>
      at(
        name,
        `The table is ${own} MB${count === undefined ? '' : `, ${count} rows`}: use an online tool, or a quiet hour.`,
        `表大小为 ${own} MB${count === undefined ? '' : `，${count} 行`}：请使用在线变更工具或选择低峰期。`,
      ),
    );
  },
});
