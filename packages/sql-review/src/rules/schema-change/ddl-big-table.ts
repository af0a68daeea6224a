import { nameOf } from '../../context.ts';
import { bytesOf } from '../../facts/statistics.ts';
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
  parameters: { megabytes: 10240 },
  on: ['alter-table', 'create-index', 'drop-index'],
  check: (statement, { statisticsOf }, { megabytes }) => {
    const name = statement.kind === 'alter-table' ? statement.name : statement.table;
    const size = statisticsOf(nameOf(name));
    const own = size ? Math.round(bytesOf(size) / 1_048_576) : 0;
    return (
      own > megabytes &&
      at(
        name,
        `The table is ${own} MB: use an online tool, or a quiet hour.`,
        `表大小为 ${own} MB：请使用在线变更工具或选择低峰期。`,
      )
    );
  },
});
