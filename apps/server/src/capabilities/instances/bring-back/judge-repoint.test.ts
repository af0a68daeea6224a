import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVersion, type ReplicationChannel, type ServerGlance } from '@myriad/mysql';
import { judgeRepoint, type SourceSeen } from './judge-repoint.ts';

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
const source = (flavor: 'mysql' | 'mariadb', { purged = '', ...more }: Partial<SourceSeen>): SourceSeen => {
  const alone = { serverId: 1, serverUuid: uuid('a'), readOnly: false, superReadOnly: false, channels: [] };
  return { ...glance(flavor, { ...alone, ...more }), purged };
};
const codeOf = (replica: ServerGlance, from: SourceSeen) => judgeRepoint('db-2:3306', replica, from)?.code;

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
  const elsewhere = { executed: '0-9-5', binlogState: '' };
  assert.equal(
    codeOf(replica(elsewhere), from),
    'ERRANT_TRANSACTIONS',
    'a low number of another history, not logged here',
  );
  const fetched = [channel({ received: '0-9-25' })];
  assert.equal(codeOf(replica({ channels: fetched }), from), 'ERRANT_TRANSACTIONS', 'nor what it only fetched');
  const promoted = source('mariadb', { executed: '0-1-30', binlogState: '0-2-12,0-1-30' });
  assert.equal(
    codeOf(replica({ binlogState: '0-2-12,0-1-20' }), promoted),
    undefined,
    'of an earlier primary both know',
  );
});

test('a source that has purged what the replica lacks could never feed it', () => {
  const mysql = source('mysql', { executed: `${uuid('a')}:1-20`, purged: `${uuid('a')}:1-11` });
  const replica = (executed: string) => glance('mysql', { executed });
  const lost = judgeRepoint('db-2:3306', replica(`${uuid('a')}:1-10`), mysql);
  assert.deepEqual([lost?.code, lost?.words.en.includes(`${uuid('a')}:11`)], ['SOURCE_PURGED', true]);
  assert.equal(codeOf(replica(`${uuid('a')}:1-11`), mysql), undefined);
  const received = glance('mysql', {
    ...{ executed: `${uuid('a')}:1-10`, channels: [channel({ received: `${uuid('a')}:11-20` })] },
  });
  assert.equal(codeOf(received, mysql), 'SOURCE_PURGED', 'what it only received is thrown away');
  const mariadb = source('mariadb', { executed: '0-1-30', binlogState: '0-1-30', purged: '0-1-21' });
  const at = (executed: string) => glance('mariadb', { executed, binlogState: executed, superReadOnly: null });
  assert.deepEqual([codeOf(at('0-1-20'), mariadb), codeOf(at('0-1-21'), mariadb)], ['SOURCE_PURGED', undefined]);
});

test('what cannot be told, or would hurt somebody else, is refused with its reason', () => {
  const from = source('mysql', {});
  const replica = (more: Partial<ServerGlance>) => glance('mysql', more);
  const group = { state: 'ONLINE', role: 'SECONDARY', online: 3 } as const;
  const cases: readonly (readonly [ServerGlance, SourceSeen, string])[] = [
    [replica({ readOnly: false, superReadOnly: false }), from, 'REPLICA_TAKES_WRITES'],
    [replica({ superReadOnly: false }), from, 'REPLICA_TAKES_WRITES'],
    [replica({ channels: [channel(), channel({ name: 'x' })] }), from, 'MANY_CHANNELS'],
    [replica({ gtid: 'partial' }), from, 'GTID_OFF'],
    [replica({}), source('mysql', { gtid: 'off' }), 'GTID_OFF'],
    [replica({}), source('mysql', { logBin: false }), 'SOURCE_LOGS_NOTHING'],
    [glance('mariadb', { superReadOnly: null }), source('mariadb', { logBin: false }), 'SOURCE_LOGS_NOTHING'],
    [replica({}), source('mysql', { channels: [channel({ sourceServerId: 2 })] }), 'SOURCE_FOLLOWS_REPLICA'],
    [replica({ semiSync: { ...silent, replicaActive: true } }), from, 'REPLICA_ACKNOWLEDGES'],
    [replica({ group }), from, 'GROUP_MEMBER'],
  ];
  for (const [one, other, code] of cases) assert.equal(codeOf(one, other), code);
});
