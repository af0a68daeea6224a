import { quoteString } from './quoting.ts';
import { numberOf, type SqlRow, type SqlRunner, textOf } from './sql-runner.ts';
import { isAtLeast, type Version } from './version.ts';

export interface ReplicationSource {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /**
   * `off`: in clear. `unverified`: with whatever certificate the source shows. Otherwise the file of authorities on the
   * replica: the source must prove that it is `host`.
   */
  readonly tls: 'off' | 'unverified' | { readonly authorities: string };
  readonly heartbeatSeconds: number;
  readonly connectRetrySeconds: number;
}

const newWords = (version: Version) => version.flavor === 'mysql' && isAtLeast(version, 8, 0, 23);

function tlsOptions(word: string, { flavor }: Version, tls: ReplicationSource['tls']): readonly string[] {
  if (tls === 'off') return [`${word}_SSL = 0`];
  // From 11.4 MariaDB verifies unless told not to; the certificate may be the server's own.
  if (tls === 'unverified')
    return [`${word}_SSL = 1`, ...(flavor === 'mariadb' ? [`${word}_SSL_VERIFY_SERVER_CERT = 0`] : [])];
  return [`${word}_SSL = 1`, `${word}_SSL_CA = ${quoteString(tls.authorities)}`, `${word}_SSL_VERIFY_SERVER_CERT = 1`];
}

/** The statement alone; it carries the replication password, so it is never logged. */
export function configureReplicationStatement(version: Version, source: ReplicationSource): string {
  const word = newWords(version) ? 'SOURCE' : 'MASTER';
  const options = [
    `${word}_HOST = ${quoteString(source.host)}`,
    `${word}_PORT = ${Math.trunc(source.port)}`,
    `${word}_USER = ${quoteString(source.user)}`,
    `${word}_PASSWORD = ${quoteString(source.password)}`,
    `${word}_CONNECT_RETRY = ${Math.trunc(source.connectRetrySeconds)}`,
    `${word}_HEARTBEAT_PERIOD = ${source.heartbeatSeconds}`,
    ...tlsOptions(word, version, source.tls),
  ];
  if (version.flavor === 'mariadb') {
    options.push('MASTER_USE_GTID = slave_pos');
    return `CHANGE MASTER TO ${options.join(', ')}`;
  }
  options.push(`${word}_AUTO_POSITION = 1`, `${word}_RETRY_COUNT = 864000`);
  if (isAtLeast(version, 8))
    options.push(newWords(version) ? 'GET_SOURCE_PUBLIC_KEY = 1' : 'GET_MASTER_PUBLIC_KEY = 1');
  return `CHANGE ${newWords(version) ? 'REPLICATION SOURCE' : 'MASTER'} TO ${options.join(', ')}`;
}

/** Points a replica whose threads are stopped at its source, by GTID. Writes nothing into the replica's own binlog. */
export const configureReplication = async (
  sql: SqlRunner,
  version: Version,
  source: ReplicationSource,
): Promise<void> => {
  await sql.query(configureReplicationStatement(version, source));
};

const verb = (version: Version) => (version.flavor === 'mysql' && isAtLeast(version, 8, 0, 22) ? 'REPLICA' : 'SLAVE');

/** Only where the source lives: with a dead MariaDB source, starting the receiver discards what was received. */
export const startReplication = async (sql: SqlRunner, version: Version): Promise<void> => {
  await sql.query(`START ${verb(version)}`);
};

/** Both threads; never on a candidate for promotion. */
export const stopReplication = async (sql: SqlRunner, version: Version): Promise<void> => {
  await sql.query(`STOP ${verb(version)}`);
};

/** Forgets the source altogether. */
export const forgetReplication = async (sql: SqlRunner, version: Version): Promise<void> => {
  await sql.query(`RESET ${verb(version)} ALL`);
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
  const statement = version.flavor === 'mariadb' ? 'SHOW ALL SLAVES STATUS' : `SHOW ${verb(version)} STATUS`;
  return (await sql.query(statement)).map((row) => readReplicationRow(version, row));
}
