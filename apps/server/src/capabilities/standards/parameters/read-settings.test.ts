import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOn, settingsOn } from './read-settings.ts';

const mysql = { name: 'db-1', flavor: 'mysql', version: '8.4.3' } as const;
const mariadb = { name: 'db-2', flavor: 'mariadb', version: '10.11.8' } as const;
const both = [mysql, mariadb];

test('a value is spelled as each server of a mixed cluster spells it, whichever comes last', () => {
  const asked = [
    { name: 'innodb_stats_method', value: 'NULLS_EQUAL' },
    { name: 'tmp_table_size', value: '64M' },
  ];
  for (const servers of [both, both.toReversed()]) {
    assert.deepEqual(faultsOn(servers, asked, false), []);
    const spelled = servers.map((server) => [server.name, settingsOn(server, asked)[0]?.value]);
    assert.deepEqual(Object.fromEntries(spelled), { 'db-1': 'NULLS_EQUAL', 'db-2': 'nulls_equal' });
  }
  assert.equal(settingsOn(mysql, asked)[1]?.value, String(64 * 1024 * 1024));
});

test('what only one of them cannot take names it; what none can take names nobody', () => {
  const asked = [
    { name: 'binlog_expire_logs_seconds', value: '9000000' },
    { name: 'connect_timeout', value: '1' },
  ];
  for (const servers of [both, both.toReversed()]) {
    const faults = faultsOn(servers, asked, true).map(({ words }) => words);
    const [ranged, ...others] = faults.filter(({ en }) => en.includes('binlog_expire'));
    assert.match(ranged?.en ?? '', /^db-2: binlog_expire_logs_seconds takes 0 to 8553600; 9000000 is outside/);
    assert.match(ranged?.zh ?? '', /^db-2：binlog_expire_logs_seconds /);
    assert.deepEqual(others, []);
    assert.ok(
      faults.some(({ en }) => en.startsWith('connect_timeout')),
      JSON.stringify(faults),
    );
  }
  assert.throws(
    () => settingsOn(mariadb, asked),
    (error) => error instanceof Error && JSON.stringify(error).includes('db-2: binlog_expire_logs_seconds'),
  );
});
