import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionValue, parseOptionFile, renderOptionFile } from './option-file.ts';
import { type OptionTemplateInput, optionFileFor } from './option-template.ts';
import { type Flavor, parseVersion } from './version.ts';

const input = (flavor: Flavor, version: string, more: Partial<OptionTemplateInput> = {}): OptionTemplateInput => ({
  version: parseVersion(version, flavor),
  basedir: '/b/packages/x',
  directory: '/b/instances/3306',
  address: '10.0.0.7',
  port: 3306,
  adminPort: 8306,
  serverId: 7,
  start: 'replicated',
  size: { memoryMib: 8192, cores: 4, storage: 'ssd' },
  fixed: {
    lowerCaseTableNames: 0,
    pageSizeKib: 16,
    characterSet: 'utf8mb4',
    collation: 'utf8mb4_bin',
    timeZone: '+08:00',
  },
  certificate: 'platform',
  plugins: ['semisync_source.so', 'semisync_replica.so', 'semisync_master.so', 'semisync_slave.so', 'mysql_clone.so'],
  ...more,
});
const valuesOf = (given: OptionTemplateInput) => {
  const { sections } = parseOptionFile(renderOptionFile(optionFileFor(given)));
  return (name: string) => optionValue(sections, name);
};

const versions: [Flavor, string, Record<string, string | undefined>][] = [
  [
    'mysql',
    '5.7.44',
    {
      skip_slave_start: 'ON',
      slave_parallel_type: 'LOGICAL_CLOCK',
      mysqlx: undefined,
      admin_address: undefined,
      expire_logs_days: '7',
      loose_rpl_semi_sync_master_wait_point: 'AFTER_SYNC',
    },
  ],
  [
    'mysql',
    '8.0.22',
    {
      skip_slave_start: 'ON',
      log_slave_updates: 'ON',
      mysqlx: 'OFF',
      admin_address: '10.0.0.7',
      innodb_redo_log_capacity: undefined,
    },
  ],
  [
    'mysql',
    '8.0.36',
    {
      skip_replica_start: 'ON',
      innodb_redo_log_capacity: '1312M',
      binlog_format: 'ROW',
      loose_rpl_semi_sync_source_wait_point: 'AFTER_SYNC',
    },
  ],
  [
    'mysql',
    '8.4.3',
    { skip_replica_start: 'ON', binlog_format: undefined, binlog_transaction_dependency_tracking: undefined },
  ],
  [
    'mysql',
    '9.7.4',
    { super_read_only: 'ON', gtid_mode: 'ON', admin_port: '8306', replica_preserve_commit_order: 'ON' },
  ],
  [
    'mariadb',
    '10.6.4',
    {
      read_only: 'ON',
      super_read_only: undefined,
      binlog_format: 'ROW',
      rpl_semi_sync_master_wait_point: 'AFTER_SYNC',
      extra_port: '8306',
    },
  ],
  ['mariadb', '11.8.2', { skip_slave_start: 'ON', gtid_strict_mode: 'ON', gtid_mode: undefined }],
];
for (const [flavor, version, want] of versions)
  test(`option file of ${flavor} ${version}`, () => {
    const value = valuesOf(input(flavor, version));
    for (const [name, text] of Object.entries(want)) assert.equal(value(name), text, name);
    for (const [name, text] of Object.entries({
      sync_binlog: '1',
      innodb_flush_log_at_trx_commit: '1',
      relay_log_recovery: 'OFF',
      read_only: 'ON',
      skip_name_resolve: 'ON',
      innodb_page_size: '16K',
      default_time_zone: '+08:00',
      secure_file_priv: '/b/instances/3306/files',
    }))
      assert.equal(value(name), text, name);
  });

test('nothing role-like is ever kept in a file', () => {
  for (const [flavor, version] of versions) {
    const text = renderOptionFile(optionFileFor(input(flavor, version)));
    assert.doesNotMatch(text, /semi_sync_\w+_enabled|(source|master)_host/);
  }
});

test('a standalone instance opens by itself', () => {
  for (const [flavor, version] of versions) {
    const value = valuesOf(input(flavor, version, { start: 'standalone' }));
    for (const name of ['read_only', 'super_read_only', 'skip_replica_start', 'skip_slave_start'])
      assert.equal(value(name), undefined);
  }
});

test('the certificate of the platform is set where it gave one, and only there', () => {
  for (const [flavor, version] of versions) {
    const given = valuesOf(input(flavor, version));
    assert.deepEqual(
      ['ssl_ca', 'ssl_cert', 'ssl_key'].map(given),
      ['ca', 'cert', 'key'].map((name) => `/b/instances/3306/tls/${name}.pem`),
    );
    assert.equal(valuesOf(input(flavor, version, { certificate: 'own' }))('ssl_ca'), undefined);
  }
});

test('only plugins the package has are loaded, and semi-sync is set only where it is', () => {
  const value = valuesOf(input('mysql', '9.7.4', { plugins: [] }));
  assert.equal(value('plugin_load_add'), undefined);
  assert.equal(value('loose_rpl_semi_sync_source_wait_point'), undefined);
});

test('sizes follow the memory given, in both profiles', () => {
  const pool = (memoryMib: number) =>
    valuesOf(input('mysql', '9.7.4', { size: { memoryMib, cores: 4, storage: 'ssd' } }))('innodb_buffer_pool_size');
  assert.deepEqual(
    [pool(256), pool(512), pool(1024), pool(8192), pool(262_144)],
    ['64M', '128M', '256M', '5248M', '170368M'],
  );
});

test('an option file reads back as it was written, quoting included', () => {
  const lines = [
    { name: 'a', value: 'plain' },
    { name: 'b', value: 'two words # not a comment' },
    { name: 'c', value: 'quote " and \\ backslash' },
    { name: 'flag' },
    { name: 'empty', value: '' },
  ];
  const text = renderOptionFile({ head: ['x'], sections: [{ name: 'mysqld', lines }] });
  assert.deepEqual(parseOptionFile(text).sections, [{ name: 'mysqld', lines }]);
});

test('people’s files are read as the server reads them', () => {
  const { sections, includes } = parseOptionFile(
    '; c\n[mysqld]\nsql-mode = A # why\nskip-networking\n!includedir /etc/x\n[server]\nsql_mode="B"\n',
  );
  assert.equal(optionValue(sections, 'sql_mode'), 'B');
  assert.deepEqual(includes, ['!includedir /etc/x']);
  assert.throws(() => parseOptionFile('a=1\n'), /line 1/);
});
