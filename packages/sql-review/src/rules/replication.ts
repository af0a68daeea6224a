import type { Rule } from '../rule.ts';
import { changeSource } from './replication/change-source.ts';
import { purgeLogs } from './replication/purge-logs.ts';
import { replicaControl } from './replication/replica-control.ts';
import { replicationFilter } from './replication/replication-filter.ts';
import { resetLogs } from './replication/reset-logs.ts';
import { resetReplica } from './replication/reset-replica.ts';
import { sqlLogBinOff } from './replication/sql-log-bin-off.ts';
import { tableNoKeyChange } from './replication/table-no-key-change.ts';

export const replicationRules: readonly Rule[] = [
  changeSource,
  purgeLogs,
  replicaControl,
  replicationFilter,
  resetLogs,
  resetReplica,
  sqlLogBinOff,
  tableNoKeyChange,
];
