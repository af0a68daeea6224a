import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, type LabServer, type ReplicationSet, startReplicationSet } from '@myriad/lab';
import { idOf, letObserve, observe, setReadOnly } from '../testing/observe-lab.ts';
import { findingsOf, graphOf, limitsOf } from './index.ts';

/** What people do to a cluster over the years. The errant comes last: the primary must not write after it. */
async function makeUgly({ primary, waitForCatchUp }: ReplicationSet, filtered: LabServer, written: LabServer) {
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
  } else {
    await filtered.rows('stop slave');
    await filtered.rows("set global replicate_wild_ignore_table = 'shop.tmp%'");
    await filtered.rows('start slave');
  }
  await setReadOnly(written, 'off');
  await written.rows('create database left_behind');
}

const executed = async (server: LabServer) =>
  (await server.rows(`select ${server.flavor === 'mysql' ? '@@gtid_executed' : '@@gtid_binlog_state'} as gtids`))[0]
    ?.gtids;

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`${flavor}: every flaw of a cluster made ugly by hand is named, and looking leaves no trace`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 2, folder }));
      const [filtered, written] = set.replicas;
      assert.ok(filtered && written);
      await letObserve(set.primary);
      await makeUgly(set, filtered, written);
      const all = [set.primary, filtered, written];
      const before = await Promise.all(all.map(executed));

      const seen = await Promise.all(all.map(observe));
      const findings = findingsOf(seen, { now: Date.now(), backup: 'none' });
      const named = new Set(findings.map(({ code, on }) => `${code} ${on.entity === 'cluster' ? 'cluster' : on.id}`));
      const [P, F, W] = all.map(idOf);
      const wanted = [
        ...['NO_BACKUP_KNOWN cluster', 'TWO_WRITERS cluster'],
        ...[`ERRANT_TRANSACTIONS ${W}`, `REPLICA_WRITABLE ${W}`, `REPLICATION_FILTERED ${F}`],
        ...[`TABLES_NOT_TRANSACTIONAL ${P}`, `TABLES_WITHOUT_PRIMARY_KEY ${P}`, `BINLOG_NOT_ROW ${P}`],
        ...[`BINLOG_NOT_SYNCED ${P}`, `REDO_NOT_FLUSHED ${P}`, `SQL_MODE_NOT_STRICT ${P}`, `PARAMETERS_DIFFER ${F}`],
        ...[`ACCOUNT_ANONYMOUS ${P}`, `ACCOUNT_MIGHTY_FROM_ANYWHERE ${P}`, `ACCOUNT_ROOT_REMOTE ${P}`],
        ...[`ACCOUNT_OLD_PLUGIN ${P}`, `REPLICATION_ASYNCHRONOUS ${P}`],
        ...(flavor === 'mysql' ? [`BINLOG_KEPT_SHORT ${P}`] : [`GTID_NOT_STRICT ${P}`, `REPLICATION_IN_CLEAR ${F}`]),
      ];
      assert.deepEqual(
        wanted.filter((one) => !named.has(one)),
        [],
        [...named].join('\n'),
      );
      // And of whom it is not true it is not said.
      for (const wrong of [`ERRANT_TRANSACTIONS ${F}`, `REPLICATION_FILTERED ${W}`, `REPLICA_WRITABLE ${F}`])
        assert.ok(!named.has(wrong), wrong);
      const errant = findings.find(({ code }) => code === 'ERRANT_TRANSACTIONS');
      assert.equal(errant?.evidence.count, 1, JSON.stringify(errant));
      assert.match(
        findings.find(({ code }) => code === 'TABLES_NOT_TRANSACTIONAL')?.words.en ?? '',
        /<b>o'brien \(MyISAM\)/,
      );

      assert.equal(graphOf(seen).shape, 'primary-replicas');
      const promote = limitsOf(seen, findings).filter(({ act }) => act === 'promote');
      assert.deepEqual(new Set(promote.map(({ on }) => on)), new Set([F, W]), 'neither may be promoted');
      assert.deepEqual(await Promise.all(all.map(executed)), before, 'nothing was written by looking');
    }));
