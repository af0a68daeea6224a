import type { Rule } from '../rule.ts';
import { autoIncStep } from './replication/auto-inc-step.ts';
import { binlogStatementLimit } from './replication/binlog-statement-limit.ts';
import { binlogStatementUnsafe } from './replication/binlog-statement-unsafe.ts';
import { changeSource } from './replication/change-source.ts';
import { ddlLag } from './replication/ddl-lag.ts';
import { groupReplicationEngine } from './replication/group-replication-engine.ts';
import { groupReplicationNoPk } from './replication/group-replication-no-pk.ts';
import { gtidCreateSelect } from './replication/gtid-create-select.ts';
import { gtidTemporary } from './replication/gtid-temporary.ts';
import { largeTransaction } from './replication/large-transaction.ts';
import { purgeLogs } from './replication/purge-logs.ts';
import { replicaControl } from './replication/replica-control.ts';
import { replicationFilter } from './replication/replication-filter.ts';
import { resetLogs } from './replication/reset-logs.ts';
import { resetReplica } from './replication/reset-replica.ts';
import { sqlLogBinOff } from './replication/sql-log-bin-off.ts';
import { tableNoKeyChange } from './replication/table-no-key-change.ts';

export const replicationRules: readonly Rule[] = [
  autoIncStep,
  binlogStatementLimit,
  binlogStatementUnsafe,
  changeSource,
  ddlLag,
  groupReplicationEngine,
  groupReplicationNoPk,
  gtidCreateSelect,
  gtidTemporary,
  largeTransaction,
  purgeLogs,
  replicaControl,
  replicationFilter,
  resetLogs,
  resetReplica,
  sqlLogBinOff,
  tableNoKeyChange,
];
