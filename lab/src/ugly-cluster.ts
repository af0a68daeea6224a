import type { ReplicationSet } from './replication-set.ts';
import type { LabServer } from './server.ts';

/**
 * What people do to a cluster over the years: a table without transactions, one without a key, accounts that may too much,
 * wrong parameters, a replica that leaves out tables, another that was written to. The errant comes last: the primary must
 * not write after it.
 */
export async function makeUgly(
  { primary, waitForCatchUp }: ReplicationSet,
  filtered: LabServer,
  written: LabServer,
): Promise<void> {
  const isMysql = primary.flavor === 'mysql';
  for (const statement of [
    'create database shop',
    'create table shop.visit (id int primary key)',
    'create table shop.nokey (n int)',
    "create table shop.`<b>o'brien` (n int) engine=MyISAM",
    "create user ''@'localhost'",
    "create user boss@'%' identified by 'x'",
    "grant all on *.* to boss@'%' with grant option",
    "create user root@'10.%' identified by 'x'",
    ...(isMysql
      ? ["create user old@'%' identified with sha256_password by 'x'"]
      : ["create user old@'%' identified via mysql_old_password using '0123456789abcdef'"]),
    ...['sync_binlog = 0', 'innodb_flush_log_at_trx_commit = 2', "sql_mode = ''", 'binlog_format = MIXED'].map(
      (setting) => `set global ${setting}`,
    ),
    `set global ${isMysql ? 'binlog_expire_logs_seconds = 3600' : 'gtid_strict_mode = off'}`,
  ])
    await primary.rows(statement);
  await waitForCatchUp();
  if (isMysql) {
    await filtered.rows('stop replica sql_thread');
    await filtered.rows("change replication filter replicate_wild_ignore_table = ('shop.tmp%')");
    await filtered.rows('start replica sql_thread');
    await written.rows('set global super_read_only = off');
  } else {
    await filtered.rows('stop slave');
    await filtered.rows("set global replicate_wild_ignore_table = 'shop.tmp%'");
    await filtered.rows('start slave');
  }
  await written.rows('set global read_only = off');
  await written.rows('create database left_behind');
}

/** What each flaw of such a cluster is called, and on whom it is said. */
export const uglyFlaws = (
  flavor: 'mysql' | 'mariadb',
  on: { readonly cluster: string; readonly primary: string; readonly filtered: string; readonly written: string },
): readonly string[] => [
  ...[`NO_BACKUP_KNOWN ${on.cluster}`, `TWO_WRITERS ${on.cluster}`],
  ...[`ERRANT_TRANSACTIONS ${on.written}`, `REPLICA_WRITABLE ${on.written}`, `REPLICATION_FILTERED ${on.filtered}`],
  ...[`TABLES_NOT_TRANSACTIONAL ${on.primary}`, `TABLES_WITHOUT_PRIMARY_KEY ${on.primary}`],
  ...[`BINLOG_NOT_ROW ${on.primary}`, `BINLOG_NOT_SYNCED ${on.primary}`, `REDO_NOT_FLUSHED ${on.primary}`],
  ...[`SQL_MODE_NOT_STRICT ${on.primary}`, `PARAMETERS_DIFFER ${on.filtered}`, `ACCOUNT_ANONYMOUS ${on.primary}`],
  ...[`ACCOUNT_MIGHTY_FROM_ANYWHERE ${on.primary}`, `ACCOUNT_ROOT_REMOTE ${on.primary}`],
  ...[`ACCOUNT_OLD_PLUGIN ${on.primary}`, `REPLICATION_ASYNCHRONOUS ${on.primary}`],
  ...(flavor === 'mysql'
    ? [`BINLOG_KEPT_SHORT ${on.primary}`]
    : [`GTID_NOT_STRICT ${on.primary}`, `REPLICATION_IN_CLEAR ${on.filtered}`]),
];
