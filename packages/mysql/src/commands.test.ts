import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { accountStatements } from './accounts.ts';
import { grantsFor } from './grants.ts';
import { quoteAccount, quoteIdentifier, quoteString } from './quoting.ts';
import { configureReplicationStatement, readReplicationRow } from './replication.ts';
import { waitingCommits } from './sessions.ts';
import { supportMatrix, supportOf } from './support-matrix.ts';
import { renderSystemdUnit, unitName } from './systemd-unit.ts';
import { type Flavor, parseVersion } from './version.ts';

for (const [text, flavor, version, series] of [
  ['9.7.4-2', 'mysql', '9.7.4', '9.x'],
  ['8.0.36-28', 'mysql', '8.0.36', '8.0'],
  ['10.11.19-MariaDB-0+deb12u1-log', 'mariadb', '10.11.19', '10.11'],
  ['5.5.5-10.6.4-MariaDB', 'mariadb', '10.6.4', '10.6'],
] as const)
  test(`version ${text}`, () => {
    const read = parseVersion(text);
    assert.deepEqual([read.flavor, read.text, read.series], [flavor, version, series]);
    assert.ok(supportOf(read));
  });

test('the support matrix names every series once', () => {
  const names = supportMatrix.map(({ flavor, series }) => `${flavor} ${series}`);
  assert.equal(new Set(names).size, names.length);
  assert.equal(names.length, 8);
});

test('quoting', () => {
  assert.equal(quoteIdentifier('a`b'), '`a``b`');
  assert.equal(quoteString("O'Hara"), "'O''Hara'");
  assert.equal(quoteAccount({ user: 'a', host: '%' }), "'a'@'%'");
  for (const bad of ['a\\b', 'a\0b', 'a\nb']) assert.throws(() => quoteString(bad));
  for (const bad of ['', 'x'.repeat(65), 'a\0']) assert.throws(() => quoteIdentifier(bad));
});

const source = {
  host: '10.0.0.1',
  port: 3306,
  user: 'r',
  password: 'p',
  tls: { authorities: '/i/tls/ca.pem' },
  heartbeatSeconds: 1,
  connectRetrySeconds: 1,
};
for (const [flavor, version, has, lacks] of [
  ['mysql', '5.7.44', /^CHANGE MASTER TO .*MASTER_AUTO_POSITION = 1/, /PUBLIC_KEY|SOURCE_/],
  ['mysql', '8.0.22', /GET_MASTER_PUBLIC_KEY = 1/, /SOURCE_/],
  ['mysql', '8.0.23', /^CHANGE REPLICATION SOURCE TO .*GET_SOURCE_PUBLIC_KEY = 1/, /MASTER/],
  ['mysql', '9.7.4', /SOURCE_SSL = 1, SOURCE_SSL_CA = '\/i\/tls\/ca.pem', SOURCE_SSL_VERIFY_SERVER_CERT = 1/, /MASTER/],
  ['mariadb', '10.6.4', /MASTER_USE_GTID = slave_pos/, /AUTO_POSITION|SOURCE_/],
] as const)
  test(`replication statement of ${flavor} ${version}`, () => {
    const statement = configureReplicationStatement(parseVersion(version, flavor), source);
    assert.match(statement, has);
    assert.doesNotMatch(statement, lacks);
  });

test('a source is verified where its authority is known, else MariaDB is told not to try', () => {
  const of = (flavor: Flavor, tls: 'off' | 'unverified') =>
    /\w+_SSL = .*/.exec(configureReplicationStatement(parseVersion('11.4.1', flavor), { ...source, tls }))?.[0] ?? '';
  assert.match(of('mariadb', 'off'), /^MASTER_SSL = 0, MASTER_USE/);
  assert.match(of('mariadb', 'unverified'), /^MASTER_SSL = 1, MASTER_SSL_VERIFY_SERVER_CERT = 0/);
  assert.match(of('mysql', 'unverified'), /^SOURCE_SSL = 1, SOURCE_AUTO/);
});

test('an account that demands TLS says so from its first statement on', () => {
  for (const flavor of ['mysql', 'mariadb'] as const) {
    const version = parseVersion('10.11.1', flavor);
    const [create, alter, ...grants] = accountStatements(
      version,
      'replication',
      { user: 'r', host: '%', demands: 'tls' },
      'p',
    );
    for (const statement of [create, alter]) assert.match(statement ?? '', / REQUIRE SSL$/);
    assert.ok(grants.every((statement) => !statement.includes('REQUIRE')));
  }
});

test('lag is unknown, not zero, while a thread stands', () => {
  const version = parseVersion('9.7.4', 'mysql');
  const row = {
    Source_Host: 'h',
    Source_Port: 1,
    Replica_IO_Running: 'Connecting',
    Replica_SQL_Running: 'Yes',
    Seconds_Behind_Source: 0,
    Auto_Position: 1,
  };
  assert.deepEqual(
    [readReplicationRow(version, row).receiver, readReplicationRow(version, row).lagSeconds],
    ['connecting', null],
  );
  assert.equal(readReplicationRow(version, { ...row, Replica_IO_Running: 'Yes' }).lagSeconds, 0);
});

test('grants by version: nothing broader than what is written down', () => {
  const of = (flavor: Flavor, version: string) =>
    grantsFor(parseVersion(version, flavor), 'admin').flatMap(({ privileges }) => privileges);
  assert.ok(of('mysql', '5.7.44').includes('SUPER'));
  for (const [flavor, version] of [
    ['mysql', '8.0.36'],
    ['mysql', '9.7.4'],
    ['mariadb', '10.11.1'],
  ] as const) {
    const all = of(flavor, version);
    for (const broad of ['SUPER', 'ALL', 'ALL PRIVILEGES', 'GRANT OPTION', 'SHUTDOWN', 'FILE'])
      assert.ok(!all.includes(broad), broad);
  }
  const observe = grantsFor(parseVersion('9.7.4', 'mysql'), 'monitor').flatMap(({ privileges }) => privileges);
  assert.ok(!observe.includes('REPLICATION SLAVE'), 'it would read all data');
});

test('passwords stand in no statement', () => {
  for (const [flavor, version] of [
    ['mysql', '5.7.44'],
    ['mysql', '9.7.4'],
    ['mariadb', '10.11.1'],
  ] as const)
    for (const statement of accountStatements(
      parseVersion(version, flavor),
      'admin',
      { user: 'a', host: '%' },
      'planted-secret',
    ))
      assert.ok(!statement.includes('planted-secret'));
});

test('commits that wait are told from what else waits', () => {
  const row = { id: 1, user: 'app', host: '', database: '', command: 'Query', seconds: 1, statement: '' };
  const rows = [
    { ...row, state: 'Waiting for semi-sync ACK from replica' },
    { ...row, state: 'Waiting for semi-sync ACK from slave' },
    { ...row, state: 'Waiting for table metadata lock' },
  ];
  assert.equal(waitingCommits(rows).length, 2);
});

const unit = {
  version: parseVersion('9.7.4', 'mysql'),
  basedir: '/b/p',
  directory: '/b/i/3306',
  name: 'db-1:3306',
} as const;
test('a unit restarts a standalone instance only, waits long and never kills', () => {
  const alone = renderSystemdUnit({ ...unit, restart: 'after-crash', manager: 'system', user: 'myriad' });
  const replicated = renderSystemdUnit({ ...unit, restart: 'never', manager: 'user' });
  assert.match(alone, /^Restart=on-failure$/m);
  assert.match(alone, /^User=myriad$/m);
  assert.match(replicated, /^Restart=no$/m);
  for (const text of [alone, replicated]) {
    assert.match(text, /^TimeoutStopSec=900$/m);
    assert.match(text, /^SendSIGKILL=no$/m);
  }
  assert.throws(() => renderSystemdUnit({ ...unit, directory: '/b/x y', restart: 'never', manager: 'user' }));
});

const analyze = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((file) => existsSync(file));
test('systemd itself finds no fault in a unit', { skip: analyze ? false : 'systemd-analyze is not installed' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'unit-'));
  try {
    const file = join(folder, unitName(3306));
    // Verify wants programs that exist.
    const text = renderSystemdUnit({ ...unit, restart: 'never', manager: 'system', user: 'root' });
    writeFileSync(file, text.replaceAll('/b/p/bin/mysqld', '/bin/true').replaceAll('/b/i/3306', '/tmp'));
    execFileSync(analyze ?? '', ['verify', file], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
