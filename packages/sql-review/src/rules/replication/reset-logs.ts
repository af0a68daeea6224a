import { at, defineRule } from '../../rule.ts';

export const resetLogs = defineRule({
  id: 'reset-logs',
  grade: 'X',
  theme: 'replication',
  why: {
    en: 'RESET MASTER removes all binary logs and the history of GTIDs: every replica must be built anew.',
    zh: 'RESET MASTER 会清空全部 binlog 和 GTID 历史：所有从库都必须重建。',
  },
  on: ['reset-target'],
  check: (target) =>
    (target.what === 'MASTER' || target.what === 'BINARY LOGS AND GTIDS') &&
    at(target, 'All binary logs and the GTID history are removed.', '将清空全部 binlog 和 GTID 历史。'),
});
