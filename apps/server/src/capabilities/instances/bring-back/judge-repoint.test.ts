import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVersion, type ReplicationChannel, type ServerGlance } from '@myriad/mysql';
import { judgeRepoint } from './judge-repoint.ts';

const uuid = (letter: string) => [8, 4, 4, 4, 12].map((length) => letter.repeat(length)).join('-');
const channel = (more: Partial<ReplicationChannel> = {}): ReplicationChannel => ({
  ...{ name: '', source: { host: '10.0.0.9', port: 3306 }, sourceUuid: '', sourceServerId: 9, received: '' },
  ...{ receiver: 'running', applier: 'running', lagSeconds: 0, delaySeconds: 0, error: '', receiverErrno: 0 },
  ...{ applierErrno: 0, skipCounter: 0, filters: [], usesGtid: true, tls: 'off' },
  ...more,
});
const silent = { source: null, replica: null, sourceActive: false, replicaActive: false, clients: 0, waiting: 0 };

function glance(flavor: 'mysql' | 'mariadb', more: Partial<ServerGlance>): ServerGlance {
  const text = flavor === 'mysql' ? '8.4.6' : '10.11.19';
  return {
    ...{ version: parseVersion(text, flavor), versionText: text, versionComment: '', hostname: 'h', port: 3306 },
    ...{ serverId: 2, serverUuid: uuid('b'), uptimeSeconds: 1, readOnly: true, superReadOnly: true, logBin: true },
    ...{ logReplicaUpdates: true, gtid: 'on', executed: '', binlogState: '', eventScheduler: 'on', semiSync: silent },
    ...{ channels: [channel()], clockOffsetMilliseconds: 0, readAt: 0, tookMilliseconds: 0 },
    ...more,
  };
}
const source = (flavor: 'mysql' | 'mariadb', more: Partial<ServerGlance>) =>
  glance(flavor, { serverId: 1, serverUuid: uuid('a'), readOnly: false, superReadOnly: false, channels: [], ...more });
const codeOf = (replica: ServerGlance, from: ServerGlance) => judgeRepoint('db-2:3306', replica, from)?.code;

test('MySQL: a replica may follow a source that has everything it executed or received, and no other', () => {
  const from = source('mysql', { executed: `${uuid('a')}:1-20` });
  const replica = (more: Partial<ServerGlance>) => glance('mysql', { executed: `${uuid('a')}:1-10`, ...more });
  assert.equal(codeOf(replica({}), from), undefined);
  assert.equal(codeOf(replica({ channels: [] }), from), undefined, 'with no channel at all');
  const errant = judgeRepoint('db-2:3306', replica({ executed: `${uuid('a')}:1-10,${uuid('b')}:1-3` }), from);
  assert.deepEqual([errant?.code, errant?.words.en.includes(`${uuid('b')}:1-3`)], ['ERRANT_TRANSACTIONS', true]);
  const received = [channel({ received: `${uuid('c')}:7` })];
  assert.equal(
    codeOf(replica({ channels: received }), from),
    'ERRANT_TRANSACTIONS',
    'not applied yet, and lost with it',
  );
  assert.equal(codeOf(replica({}), source('mysql', { executed: `${uuid('a')}:1-9` })), 'ERRANT_TRANSACTIONS', 'ahead');
});

test('MariaDB: what a server wrote itself is seen below the position of another', () => {
  const from = source('mariadb', { executed: '0-1-30', binlogState: '0-1-30' });
  const replica = (more: Partial<ServerGlance>) =>
    glance('mariadb', { executed: '0-1-20', binlogState: '0-1-20', superReadOnly: null, ...more });
  assert.equal(codeOf(replica({}), from), undefined);
  assert.equal(codeOf(replica({ binlogState: '0-2-15,0-1-20' }), from), 'ERRANT_TRANSACTIONS');
  assert.equal(codeOf(replica({ executed: '0-1-31' }), from), 'ERRANT_TRANSACTIONS');
});

test('what cannot be told, or would hurt somebody else, is refused with its reason', () => {
  const from = source('mysql', {});
  const replica = (more: Partial<ServerGlance>) => glance('mysql', more);
  const group = { state: 'ONLINE', role: 'SECONDARY', online: 3 } as const;
  const cases: readonly (readonly [ServerGlance, ServerGlance, string])[] = [
    [replica({ readOnly: false, superReadOnly: false }), from, 'REPLICA_TAKES_WRITES'],
    [replica({ superReadOnly: false }), from, 'REPLICA_TAKES_WRITES'],
    [replica({ channels: [channel(), channel({ name: 'x' })] }), from, 'MANY_CHANNELS'],
    [replica({ gtid: 'partial' }), from, 'GTID_OFF'],
    [replica({}), source('mysql', { gtid: 'off' }), 'GTID_OFF'],
    [replica({}), source('mysql', { channels: [channel({ sourceServerId: 2 })] }), 'SOURCE_FOLLOWS_REPLICA'],
    [replica({ semiSync: { ...silent, replicaActive: true } }), from, 'REPLICA_ACKNOWLEDGES'],
    [replica({ group }), from, 'GROUP_MEMBER'],
  ];
  for (const [one, other, code] of cases) assert.equal(codeOf(one, other), code);
});
