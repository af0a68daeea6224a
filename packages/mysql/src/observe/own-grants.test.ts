import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelGrants } from '../level-grants.ts';
import { parseVersion } from '../version.ts';
import { compareGrants, isMighty, parseGrant, wantedOf } from './own-grants.ts';

const show = (line: string) => parseGrant(line).map(({ privilege, on }) => `${privilege} on ${on}`);

test('lines of SHOW GRANTS of both flavours are read, and no hash is kept', () => {
  assert.deepEqual(show('GRANT SELECT, PROCESS, REPLICATION CLIENT ON *.* TO `watch`@`%`'), [
    ...['SELECT on *.*', 'PROCESS on *.*', 'REPLICATION CLIENT on *.*'],
  ]);
  assert.deepEqual(show('GRANT SELECT (`Host`, `User`) ON `mysql`.`user` TO `watch`@`%`'), [
    ...['SELECT (host) on mysql.user', 'SELECT (user) on mysql.user'],
  ]);
  const hashed = "GRANT PROCESS, SLAVE MONITOR ON *.* TO `w`@`%` IDENTIFIED BY PASSWORD '*ABCDEF' WITH GRANT OPTION";
  assert.deepEqual(show(hashed), ['PROCESS on *.*', 'SLAVE MONITOR on *.*', 'GRANT OPTION on *.*']);
  assert.doesNotMatch(JSON.stringify(parseGrant(hashed)), /ABCDEF/);
  assert.deepEqual(show("GRANT ALL PRIVILEGES ON `a TO b`.* TO 'x'@'%'"), ['ALL on a to b.*']);
  assert.deepEqual(show("GRANT PROXY ON ''@'' TO 'root'@'localhost' WITH GRANT OPTION").length, 2);
  for (const empty of [
    'GRANT USAGE ON *.* TO `w`@`%`',
    'GRANT `role`@`%` TO `w`@`%`',
    'REVOKE SELECT ON `m`.* FROM `w`',
  ])
    assert.deepEqual(show(empty), []);
  // A name that looks like an option is a name.
  assert.deepEqual(show('GRANT PROCESS ON *.* TO `WITH GRANT OPTION`@`%`'), ['PROCESS on *.*']);
});

test('an account that was made by the printed statements lacks nothing and has nothing too much', () => {
  for (const [text, flavor] of [
    ['9.7.4', 'mysql'],
    ['5.7.44', 'mysql'],
    ['10.11.8', 'mariadb'],
  ] as const)
    for (const level of ['observe', 'back-up', 'operate', 'ha'] as const) {
      const wanted = wantedOf(levelGrants(parseVersion(text, flavor), level));
      assert.deepEqual(compareGrants(wanted, wanted), { missing: [], surplus: [] }, `${text} ${level}`);
    }
});

test('what is missing and what is too much is named; wider than wanted is enough, and too much', () => {
  const wanted = wantedOf([
    { privileges: ['PROCESS'], on: '*.*' },
    { privileges: ['SELECT'], on: 'sys.*' },
    { privileges: ['SELECT (host)'], on: 'mysql.user' },
  ]);
  const names = (held: readonly string[]) => {
    const { missing, surplus } = compareGrants(held.flatMap(parseGrant), wanted);
    return [missing, surplus].map((list) => list.map(({ privilege, on }) => `${privilege} ${on}`));
  };
  assert.deepEqual(names(['GRANT SELECT, INSERT ON *.* TO w']), [['PROCESS *.*'], ['SELECT *.*', 'INSERT *.*']]);
  assert.deepEqual(names(['GRANT PROCESS ON *.* TO w', 'GRANT SELECT ON `mysql`.* TO w']), [
    ...[['SELECT sys.*'], ['SELECT mysql.*']],
  ]);
  const all = compareGrants(parseGrant('GRANT ALL PRIVILEGES ON *.* TO w WITH GRANT OPTION'), wanted);
  assert.deepEqual([all.missing.length, all.surplus.every(isMighty), all.surplus.length], [0, true, 2]);
});
