import {
  binaryLogs,
  changeSource,
  positionAtStart,
  purgedSet,
  repointReplica,
  resetReplica,
  startReplica,
  startReplicaThread,
  stopReplica,
} from './catalogue/replication.ts';
import { send } from './catalogue/statement.ts';
import { replicationStatus } from './observe/glance-statements.ts';
import type { ReplicationSource } from './replication-options.ts';
import { numberOf, type SqlRow, type SqlRunner, textOf } from './sql-runner.ts';
import type { Version } from './version.ts';

/** The statement alone; it carries the replication password, so it is never logged. */
export const configureReplicationStatement = (version: Version, source: ReplicationSource): string =>
  changeSource.text(version, source) ?? '';

/** Points a replica whose threads are stopped at its source, by GTID. Writes nothing into the replica's own binlog. */
export const configureReplication = async (
  sql: SqlRunner,
  version: Version,
  source: ReplicationSource,
): Promise<void> => {
  await send(sql, version, changeSource, { input: source });
};

/** The same with the login and TLS the channel has already; what was received and not applied is fetched again. */
export const repointReplication = async (
  sql: SqlRunner,
  version: Version,
  to: { readonly host: string; readonly port: number },
): Promise<void> => {
  await send(sql, version, repointReplica, { input: to });
};

/** Only where the source lives: with a dead MariaDB source, starting the receiver discards what was received. */
export const startReplication = async (sql: SqlRunner, version: Version): Promise<void> => {
  await send(sql, version, startReplica);
};

/**
 * Starts again what ran before both threads were stopped, of a replica that was left where it was. A receiver that did not reach
 * its source stays stopped on MariaDB: starting it would discard what was received (its source may be dead).
 */
export async function startAsBefore(sql: SqlRunner, version: Version, before: ReplicationState): Promise<void> {
  const canStart = version.flavor === 'mysql' ? before.receiver !== 'stopped' : before.receiver === 'running';
  if (canStart) await send(sql, version, startReplicaThread, { input: 'receiver' });
  if (before.applier === 'running') await send(sql, version, startReplicaThread, { input: 'applier' });
}

/** What a source no longer has in its binary logs; '' = it has everything from the beginning, or no binary log. */
export async function readPurged(sql: SqlRunner, version: Version): Promise<string> {
  if (version.flavor === 'mysql') {
    const [row] = await send(sql, version, purgedSet);
    return textOf(row?.purged).replaceAll('\n', '');
  }
  const [oldest] = await send(sql, version, binaryLogs);
  if (!oldest) return '';
  const [row] = await send(sql, version, positionAtStart, { values: [textOf(oldest.Log_name)] });
  return textOf(row?.purged);
}

/** Both threads; never on a candidate for promotion. */
export const stopReplication = async (sql: SqlRunner, version: Version): Promise<void> => {
  await send(sql, version, stopReplica);
};

/** Forgets the source altogether. */
export const forgetReplication = async (sql: SqlRunner, version: Version): Promise<void> => {
  await send(sql, version, resetReplica);
};

export interface ReplicationState {
  readonly source: { readonly host: string; readonly port: number };
  readonly receiver: 'running' | 'connecting' | 'stopped';
  readonly applier: 'running' | 'stopped';
  /** null = not known (a thread stands, or the server does not say); never 0 by default. */
  readonly lagSeconds: number | null;
  /** Last error of receiver or applier; '' = none. */
  readonly error: string;
  /** MySQL: Retrieved_Gtid_Set. MariaDB: Gtid_IO_Pos. */
  readonly received: string;
  readonly usesGtid: boolean;
  readonly tls: 'off' | 'unverified' | 'verified';
}

/** One row of SHOW REPLICA STATUS / SHOW SLAVE STATUS of any version, judged. */
export function readReplicationRow(version: Version, row: SqlRow): ReplicationState {
  const column = (...names: readonly string[]) =>
    textOf(names.map((name) => row[name]).find((value) => value !== undefined));
  const io = column('Replica_IO_Running', 'Slave_IO_Running');
  const receiver = io === 'Yes' ? 'running' : io === 'No' ? 'stopped' : 'connecting';
  const applier = column('Replica_SQL_Running', 'Slave_SQL_Running') === 'Yes' ? 'running' : 'stopped';
  const allowed = column('Source_SSL_Allowed', 'Master_SSL_Allowed') === 'Yes';
  const verified = column('Source_SSL_Verify_Server_Cert', 'Master_SSL_Verify_Server_Cert') === 'Yes';
  const lag = numberOf(row.Seconds_Behind_Source ?? row.Seconds_Behind_Master);
  return {
    source: { host: column('Source_Host', 'Master_Host'), port: Number(column('Source_Port', 'Master_Port')) },
    receiver,
    applier,
    lagSeconds: receiver === 'running' && applier === 'running' ? lag : null,
    error: [column('Last_IO_Error'), column('Last_SQL_Error')].filter((text) => text !== '').join(' · '),
    received: column('Retrieved_Gtid_Set', 'Gtid_IO_Pos').replaceAll('\n', ''),
    usesGtid: version.flavor === 'mysql' ? column('Auto_Position') === '1' : !['', 'No'].includes(column('Using_Gtid')),
    tls: allowed ? (verified ? 'verified' : 'unverified') : 'off',
  };
}

/** Every channel of a replica; empty = it replicates from nobody. */
export async function readReplication(sql: SqlRunner, version: Version): Promise<readonly ReplicationState[]> {
  return (await send(sql, version, replicationStatus)).map((row) => readReplicationRow(version, row));
}
