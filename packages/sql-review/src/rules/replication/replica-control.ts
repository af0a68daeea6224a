import { at, defineRule } from '../../rule.ts';

export const replicaControl = defineRule({
  id: 'replica-control',
  grade: 'W',
  theme: 'replication',
  why: {
    en: 'A stopped replica falls behind, and a failover may choose or avoid it wrongly.',
    zh: '停止复制会使从库落后，还可能影响故障切换的选择。',
  },
  on: ['replica-control'],
  check: (statement) => statement.verb === 'STOP' && at(statement, 'Replication is stopped.', '复制将被停止。'),
});
