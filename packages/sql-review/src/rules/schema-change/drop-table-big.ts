import { nameOf } from '../../context.ts';
import { bytesOf } from '../../facts/statistics.ts';
import { at, defineRule } from '../../rule.ts';

export const dropTableBig = defineRule({
  id: 'drop-table-big',
  grade: 'E',
  theme: 'schema-change',
  tier: 'statistics',
  why: {
    en: 'Dropping a large table holds the data dictionary while its file is removed; all statements wait.',
    zh: '删除大表在移除文件期间会阻塞数据字典，其他语句都要等待。',
  },
  parameters: { megabytes: 102400 },
  on: ['drop-table', 'truncate-table'],
  check: (statement, { statisticsOf }, { megabytes }) => {
    const names = statement.kind === 'truncate-table' ? [statement.name] : statement.names;
    return names.flatMap((name) => {
      const size = statisticsOf(nameOf(name));
      const own = size ? Math.round(bytesOf(size) / 1_048_576) : 0;
      return own > megabytes ? [at(name, `The table is ${own} MB.`, `表大小为 ${own} MB。`)] : [];
    });
  },
});
