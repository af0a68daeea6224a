import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const dropReadTable = defineRule({
  id: 'drop-read-table',
  grade: 'X',
  theme: 'schema-change',
  tier: 'statistics',
  why: {
    en: 'The table was read or written since the server started: somebody uses it.',
    zh: '自服务器启动以来该表有读写，说明仍在使用。',
  },
  on: ['drop-table', 'truncate-table'],
  check: (statement, { statisticsOf }) => {
    const names = statement.kind === 'truncate-table' ? [statement.name] : statement.names;
    return names.flatMap((name) => {
      const { reads = 0, writes = 0 } = statisticsOf(nameOf(name)) ?? {};
      return reads + writes > 0
        ? [
            at(
              name,
              `${reads} reads and ${writes} writes since the start.`,
              `启动以来读 ${reads} 次、写 ${writes} 次。`,
            ),
          ]
        : [];
    });
  },
});
