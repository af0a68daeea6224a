import { at, defineRule } from '../../rule.ts';

export const purgeLogs = defineRule({
  id: 'purge-logs',
  grade: 'E',
  theme: 'replication',
  why: {
    en: 'Purged binary logs are gone for point-in-time recovery, and for a replica that has not read them.',
    zh: '被清理的 binlog 无法再用于按时间点恢复，尚未读取的从库也会中断。',
  },
  on: ['purge-logs'],
  check: (statement) => at(statement, 'Binary logs are removed.', '将删除 binlog。'),
});
