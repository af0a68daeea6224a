import assert from 'node:assert/strict';
import { test } from 'node:test';
import { managedServiceOf, parseVersion, readGlance, readPortrait, type SqlRow, type SqlRunner } from '../index.ts';

const version = parseVersion('8.4.3');
const identity: SqlRow = {
  ...{ version: '8.4.3', version_comment: 'x', hostname: 'h', port: 3306, server_id: 1, server_uuid: 'U' },
  ...{ read_only: 0, super_read_only: 0, log_bin: 1, gtid_mode: 'ON', gtid_executed: '', clock: '1000.5' },
};

/** A server that answers as it is told, by the beginning of the statement. */
const answering = (answers: Readonly<Record<string, readonly SqlRow[] | Error>>): SqlRunner => ({
  query: async (sql) => {
    const found = Object.entries(answers).find(([start]) => sql.startsWith(start))?.[1] ?? [];
    if (found instanceof Error) throw found;
    return found;
  },
});

const glanceFrom = (row: SqlRow, channels: readonly SqlRow[] = []) =>
  readGlance(answering({ 'SELECT @@GLOBAL': [{ ...identity, ...row }], 'SHOW REPLICA': channels }), version, {
    now: () => 1_000_000,
  });

test('a long name, a huge number of channels and absent columns stay bounded', async () => {
  const channel = { Source_Host: 'x'.repeat(10_000), Source_Port: '3306', Last_SQL_Error: 'y'.repeat(100_000) };
  const glance = await glanceFrom(
    { hostname: 'h'.repeat(5_000_000) },
    Array.from({ length: 5_000 }, () => channel),
  );
  assert.equal(glance.hostname.length, 255);
  assert.equal(glance.channels.length, 256);
  assert.ok((glance.channels[0]?.error.length ?? 0) <= 2_000 && glance.channels[0]?.source.host.length === 255);
  assert.ok(JSON.stringify(glance).length < 1_000_000);
});

test('what cannot be said is null, never nought: lag, uptime, clock', async () => {
  const running = { Replica_IO_Running: 'Yes', Replica_SQL_Running: 'Yes', Seconds_Behind_Source: null };
  const glance = await glanceFrom({ clock: 'soon' }, [running]);
  assert.equal(glance.channels[0]?.lagSeconds, null);
  assert.equal(glance.uptimeSeconds, null);
  assert.equal(glance.clockOffsetMilliseconds, null);
  assert.equal((await glanceFrom({ clock: '1000.5' })).clockOffsetMilliseconds, 500);
});

test('no answer, no version and no GTID set are errors of the look, not facts', async () => {
  await assert.rejects(readGlance(answering({}), version), /no answer/);
  await assert.rejects(glanceFrom({ version: 'none of your business' }), /not a server version/);
  await assert.rejects(glanceFrom({ gtid_executed: 'not-a-uuid:1-5' }), /not a GTID set/);
});

test('parameters named like properties of an object are parameters', async () => {
  const rows = ['__proto__', 'constructor', 'sql_mode'].map((name) => ({ Variable_name: name, Value: 'v' }));
  const { variables } = await readPortrait(answering({ 'SHOW GLOBAL VARIABLES': rows }), version);
  assert.ok(variables.ok);
  assert.deepEqual(Object.keys(variables.value), ['__proto__', 'constructor', 'sql_mode']);
  assert.equal(Object.getPrototypeOf(variables.value), Object.prototype);
});

test('a replication password among the parameters is not taken over', async () => {
  const rows = [{ Variable_name: 'report_password', Value: 'hunter2' }];
  const portrait = await readPortrait(answering({ 'SHOW GLOBAL VARIABLES': rows }), version);
  assert.doesNotMatch(JSON.stringify(portrait), /hunter2/);
});

test('more rows than asked for are cut, and said to be cut', async () => {
  const flood = Array.from({ length: 20_000 }, (_, n) => ({ name: `p${n}`, User: `u${n}`, Host: '%' }));
  const portrait = await readPortrait(
    answering({
      'SELECT PLUGIN_NAME': flood,
      'SELECT Host, User, Select_priv, Insert_priv, Update_priv, Delete_priv, Create_priv': flood,
    }),
    version,
  );
  assert.ok(portrait.plugins.ok && portrait.plugins.more && portrait.plugins.value.length === 1_000);
  assert.ok(portrait.accounts.ok && portrait.accounts.more && portrait.accounts.value.length === 2_000);
});

test('a server that dies half way leaves what was read, and says of the rest why not', async () => {
  const gone = Object.assign(new Error('the connection was closed'), { errno: 2013 });
  const portrait = await readPortrait(
    answering({
      'SHOW GLOBAL VARIABLES': [{ Variable_name: 'port', Value: '3306' }],
      SELECT: gone,
      'SHOW BINARY': gone,
    }),
    version,
  );
  assert.ok(portrait.variables.ok);
  for (const part of [portrait.accounts, portrait.schemas, portrait.contents.tables, portrait.binlogFilters])
    assert.deepEqual(part, { ok: false, refused: 'the connection was closed', errno: 2013 });
});

test('a vendor is known by its signs, the most special first, and nobody else is taken for one', () => {
  const of = (variables: Record<string, string>, versionText = '8.0.36', versionComment = 'Source distribution') =>
    managedServiceOf({ variables, versionText, versionComment })?.vendor;
  assert.equal(of({ aurora_version: '3.05', basedir: '/rdsdbbin/oscar/' }), 'aws-aurora');
  assert.equal(of({ basedir: '/rdsdbbin/mysql-8.0.36/' }), 'aws-rds');
  assert.equal(of({}, '8.0.31-google'), 'google-cloud-sql');
  assert.equal(of({ azure_server_name: 'x' }), 'azure');
  assert.equal(of({}, '9.1.0-cloud', 'MySQL Enterprise - Cloud'), 'oracle-heatwave');
  assert.equal(of({ polar_enable: 'ON', rds_version: '25' }), 'alibaba-polardb');
  assert.equal(of({ rds_version: '25' }), 'alibaba-rds');
  assert.equal(of({}, '8.0.30-txsql'), 'tencent');
  assert.equal(of({ basedir: '/usr/', datadir: '/var/lib/mysql/' }), undefined);
  assert.equal(of({}, '8.4.3', 'MySQL Community Server - GPL'), undefined);
  assert.equal(of({}, '10.11.8-MariaDB-0ubuntu0.24.04.1', 'Ubuntu 24.04'), undefined);
});
