import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { renderOptionFile } from '../option-file.ts';
import { optionFileFor } from '../option-template.ts';
import { parseVersion } from '../version.ts';
import {
  changeOptionFile,
  cutValue,
  dangerOf,
  differInTail,
  findParameter,
  parameterOfOption,
  readValue,
  roundedTo,
} from './index.ts';

const mysql = parseVersion('9.7.4');
const mariadb = parseVersion('10.11.19-MariaDB');
const known = (name: string, version = mysql) => {
  const found = findParameter(version, name);
  assert.ok(found, name);
  return found;
};
const reads = (name: string, text: string, version = mysql) => {
  const read = readValue(known(name, version), text);
  return 'value' in read ? read.value : `fault: ${read.fault.en}`;
};

test('names are read as people write them', () => {
  assert.equal(known('Max-Connections').name, 'max_connections');
  assert.equal(known('loose_rpl_semi_sync_source_timeout').option, 'loose_rpl_semi_sync_source_timeout');
  assert.equal(findParameter(mysql, 'no_such_thing'), undefined);
  assert.equal(findParameter(mariadb, 'super_read_only'), undefined);
  assert.equal(known('slave_net_timeout').change, 'now');
});

test('every option of the files we write is a parameter we know', () => {
  const startOnly = new Set([
    'mysqlx',
    'plugin_load_add',
    'skip_replica_start',
    'skip_slave_start',
    'performance_schema_instrument',
  ]);
  for (const version of [mysql, mariadb]) {
    const file = optionFileFor({
      version,
      ...{ basedir: '/p', directory: '/i', address: '127.0.0.1', port: 3306, adminPort: 13306, serverId: 7 },
      ...{
        start: 'replicated',
        size: { memoryMib: 1024, cores: 2, storage: 'ssd' },
        certificate: 'platform',
        plugins: [],
      },
      fixed: {
        lowerCaseTableNames: 0,
        pageSizeKib: 16,
        characterSet: 'utf8mb4',
        collation: 'utf8mb4_bin',
        timeZone: '+00:00',
      },
    });
    const unknown = file.sections
      .filter(({ name }) => name === 'mysqld')
      .flatMap(({ lines }) => lines.map(({ name }) => name))
      .filter((name) => !startOnly.has(name) && !parameterOfOption(version, name));
    assert.deepEqual(unknown, [], version.text);
  }
});

test('values are read with their units, and refused with what would be right', () => {
  assert.equal(reads('innodb_buffer_pool_size', '2G'), '2147483648');
  assert.equal(reads('slow_query_log', 'yes'), 'ON');
  assert.equal(reads('long_query_time', '0.5'), '0.5');
  assert.equal(reads('binlog_row_image', 'full'), 'FULL');
  assert.equal(reads('optimizer_switch', 'mrr=off', mariadb), 'mrr=off');
  assert.match(reads('optimizer_switch', 'merr=off', mariadb), /merr=off/);
  assert.equal(reads('sql_mode', ' ANSI_QUOTES , ANSI_QUOTES', mariadb), 'ANSI_QUOTES');
  assert.match(reads('max_connections', '0'), /1 to 100000; 0 is outside/);
  assert.match(reads('max_connections', '12a'), /whole number/);
  assert.match(reads('max_connections', '-1'), /outside/);
  assert.match(reads('max_connections', '99999999999999999999'), /outside/);
  assert.match(reads('slow_query_log', 'maybe'), /ON or OFF/);
  assert.match(reads('binlog_row_image', 'HALF'), /FULL, MINIMAL/);
  assert.match(reads('sql_mode', 'STRICTEST', mariadb), /STRICTEST/);
  assert.match(reads('long_query_time', '1e3'), /number/);
  assert.match(reads('init_connect', 'a\nb'), /control characters/);
  assert.match(reads('time_zone', "x\\'"), /backslashes/);
});

test('what a server rounds is what was wanted', () => {
  assert.ok(roundedTo(known('innodb_buffer_pool_size'), '130M', String(256 * 2 ** 20)));
  assert.ok(!roundedTo(known('innodb_buffer_pool_size'), '300M', String(256 * 2 ** 20)));
  assert.ok(roundedTo(known('max_allowed_packet'), '1048577', '1048576'));
  for (const name of ['max_connections', 'innodb_io_capacity', 'thread_cache_size'])
    assert.ok(!roundedTo(known(name), '500', '499'), name);
});

test('what loses data or opens a door says so', () => {
  for (const [name, value] of [
    ['read_only', 'OFF'],
    ['server_id', '9'],
    ['gtid_mode', 'OFF'],
    ['datadir', '/x'],
    ['lower_case_table_names', '1'],
    ['init_connect', 'x'],
    ['innodb_doublewrite', 'OFF'],
    ['replicate_do_db', 'x'],
    ['slow_query_log_file', '/x'],
    ['ssl_key', '/x'],
    ['super-read-only', 'OFF'],
  ] as const)
    assert.equal(dangerOf(name, value)?.how, 'never', name);
  assert.equal(dangerOf('sync_binlog', '0')?.how, 'with-care');
  assert.equal(dangerOf('sync_binlog', '1'), undefined);
  assert.equal(dangerOf('innodb_doublewrite', 'ON'), undefined);
  assert.equal(dangerOf('long_query_time', '1'), undefined);
});

test('a changed option file keeps every other byte', () => {
  const text = renderOptionFile({
    head: ['ours'],
    sections: [
      { name: 'client', lines: [{ name: 'socket', value: '/s' }] },
      {
        name: 'mysqld',
        lines: [
          { name: 'max-connections', value: '100', why: 'by size' },
          { name: 'sync_binlog', value: '1' },
        ],
      },
    ],
  });
  const changed = changeOptionFile(text, [
    { option: 'max_connections', value: '200' },
    { option: 'loose_clone_block_ddl', value: 'ON' },
  ]);
  assert.equal(
    changed,
    text
      .replace('max-connections = 100', 'max_connections = 200')
      .replace('sync_binlog = 1\n', 'sync_binlog = 1\nloose_clone_block_ddl = ON\n'),
  );
  assert.equal(changeOptionFile(changed, [{ option: 'max_connections', value: '200' }]), changed);
  const back = changeOptionFile(changed, [
    { option: 'max_connections', value: '100' },
    { option: 'clone_block_ddl', value: undefined },
  ]);
  assert.equal(back, text.replace('max-connections', 'max_connections'));
  // Only the server's own section counts.
  const other = '[client]\nport = 1\n[mysqld]\n[mysqldump]\nquick\n';
  assert.equal(
    changeOptionFile(other, [{ option: 'port', value: '2' }]),
    '[client]\nport = 1\n[mysqld]\nport = 2\n[mysqldump]\nquick\n',
  );
  assert.throws(() => changeOptionFile('[client]\n', [{ option: 'a', value: '1' }]), /no \[mysqld\]/);
  assert.throws(() => changeOptionFile(text, [{ option: 'a', value: '1\n[x]' }]), /line break/);
});

test('a value too long to be kept is known again by its hash, and told from one that only begins like it', () => {
  const [one, other] = ['1', '2'].map((end) => `set @a = '${'x'.repeat(3000)}${end}'`);
  assert.ok(one && other);
  const kept = (text: string) => cutValue(text, createHash('sha256').update(text).digest('hex'), text.length);
  assert.equal(kept(one).length, 1024);
  assert.notEqual(kept(one), kept(other));
  assert.ok(differInTail(kept(one), kept(other)));
  assert.ok(
    !differInTail(kept(one), kept(one)) && !differInTail(kept(one), kept(`y${one}`)) && !differInTail('a', 'b'),
  );
  const drifted = (wanted: string) => !roundedTo(known('init_connect'), wanted, kept(one));
  assert.deepEqual([drifted(one), drifted(other), drifted('short')], [false, true, true]);
  // What a server keeps by itself it shows cut: nothing speaks against it.
  assert.equal(drifted(one.slice(0, 1024)), false);
});
