import { at, defineRule } from '../../rule.ts';

export const truncateTable = defineRule({
  id: 'truncate-table',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'TRUNCATE cannot be rolled back, and its rows are not in the binary log: only a backup brings them back.',
    zh: 'TRUNCATE 无法回滚，行数据也不会写入 binlog：只能依靠备份恢复。',
  },
  on: ['truncate-table'],
  check: ({ name }) => at(name, 'TRUNCATE removes all rows for good.', 'TRUNCATE 会永久删除全部行。'),
});
