import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from '../testing/read-case.ts';
import { compareCluster, compareRecord, disagreementDefinitions, type InstanceRecord } from './index.ts';

const [a, b] = ['10.0.0.1:3306', '10.0.0.2:3306'];
const uuid = (letter: string) => [8, 4, 4, 4, 12].map((length) => letter.repeat(length)).join('-');
const { servers } = readCase('one-primary-two-replicas');
const [primary, replica] = servers;
assert.ok(primary && replica);

const recorded = (id: string, more: Partial<InstanceRecord>): InstanceRecord => {
  const [host = '', port] = id.split(':');
  return { id, name: `db at ${id}`, host, port: Number(port), flavor: 'mysql', version: '8.4.3', ...more };
};
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

test('a record that says what the server says disagrees about nothing', () => {
  const asIs = { role: 'replica', serverUuid: uuid('b'), serverId: 2, readOnly: true } as const;
  const source = { host: '10.0.0.1', port: 3306 };
  assert.deepEqual(compareRecord(recorded(b, { ...asIs, source }), replica), []);
  assert.deepEqual(compareRecord(recorded(a, { role: 'primary', source: null, readOnly: false }), primary), []);
});

test('each thing that differs is named once, with what was recorded and what was found', () => {
  const wrong = recorded(b, {
    ...{ role: 'primary', version: '8.0.36', serverUuid: uuid('f'), serverId: 7, readOnly: false },
    source: { host: '10.0.0.9', port: 3306 },
  });
  const found = compareRecord(wrong, replica);
  assert.deepEqual(codes(found), [
    ...['RECORD_UUID_CHANGED', 'RECORD_VERSION_DIFFERS', 'RECORD_SERVER_ID_DIFFERS'],
    ...['RECORD_ROLE_DIFFERS', 'RECORD_SOURCE_DIFFERS', 'RECORD_READ_ONLY_DIFFERS'],
  ]);
  const source = found.find(({ field }) => field === 'source');
  assert.deepEqual([source?.recorded, source?.found], ['10.0.0.9:3306', '10.0.0.1:3306']);
  assert.match(source?.words.zh ?? '', /应从 10\.0\.0\.9:3306 复制，实际从 10\.0\.0\.1:3306 复制/);
});

test('a source known by another name is the same source', () => {
  const source = { host: 'db-1', port: 3306, alsoKnownAs: ['10.0.0.1'] };
  assert.deepEqual(compareRecord(recorded(b, { source }), replica), []);
});

test('a recorded replica that follows nobody is missing, not merely of another role', () => {
  assert.deepEqual(codes(compareRecord(recorded(a, { role: 'replica' }), primary)), ['REPLICA_MISSING']);
});

test('another kind of server at the port is said first, and nothing else of it compared', () => {
  assert.deepEqual(codes(compareRecord(recorded(b, { flavor: 'mariadb', version: '10.11.8' }), replica)), [
    'RECORD_FLAVOR_DIFFERS',
  ]);
});

test('a server that does not answer disagrees about nothing: its silence is a finding of its own', () => {
  const look = { state: 'unreachable', because: 'timed out' } as const;
  assert.deepEqual(compareRecord(recorded(a, { role: 'replica', readOnly: true }), { look }), []);
});

test('an address that answers with another instance’s uuid is not compared with the record', () => {
  const records = [
    recorded(a, { serverUuid: uuid('c'), readOnly: true }),
    recorded('10.0.0.3:3306', { serverUuid: uuid('a') }),
  ];
  const found = compareCluster(records, [primary]);
  assert.deepEqual(codes(found), ['PORT_ANSWERS_AS_ANOTHER']);
  assert.equal(found[0]?.canAccept, false);
});

test('members nobody recorded are named, also those only heard of', () => {
  const records = [recorded(a, { role: 'primary' }), recorded(b, { role: 'replica' })];
  const found = compareCluster(records, servers);
  assert.deepEqual(
    found.map(({ code, instanceId }) => [code, instanceId]),
    [['REPLICA_UNKNOWN', '10.0.0.3:3306']],
  );
  const heard = readCase('unknown-reader').servers;
  assert.deepEqual(codes(compareCluster([recorded(a, {})], heard)), ['REPLICA_UNKNOWN']);
});

test('codes are unique, and each has words in both languages', () => {
  const all = disagreementDefinitions.map(({ code }) => code);
  assert.equal(new Set(all).size, all.length);
  for (const { words } of disagreementDefinitions) assert.match(words.zh, /\p{Script=Han}/u);
});

test('a member of a group is what its group made of it: no replica is missing, and a primary it chose is one finding', () => {
  const member = (role: 'PRIMARY' | 'SECONDARY' | '', state = 'ONLINE') => {
    assert.ok(primary.look.state === 'answered');
    const glance = { ...primary.look.glance, readOnly: role !== 'PRIMARY', group: { state, role, online: 3 } };
    return { look: { state: 'answered', glance } } as const;
  };
  const as = (role: 'primary' | 'replica' | 'standalone') => recorded(a, { role, readOnly: role === 'replica' });
  assert.deepEqual(compareRecord(as('replica'), member('SECONDARY')), []);
  assert.deepEqual(compareRecord(as('replica'), member('', 'RECOVERING')), [], '5.7 does not say the role');
  assert.deepEqual(compareRecord(as('standalone'), member('PRIMARY')), [], 'a group of one');
  for (const [was, is, found] of [
    ['primary', 'SECONDARY', 'replica'],
    ['replica', 'PRIMARY', 'primary'],
  ] as const) {
    const [one, ...more] = compareRecord(as(was), member(is));
    assert.deepEqual([one?.code, one?.recorded, one?.found, more], ['RECORD_ROLE_DIFFERS', was, found, []]);
  }
  assert.deepEqual(codes(compareRecord(as('replica'), member('', 'OFFLINE'))), ['REPLICA_MISSING'], 'it left');
});
