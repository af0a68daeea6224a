import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HostRecord, InstanceRecord } from '../../metadata/index.ts';
import type { SeatFacts } from '../actions/seat-actions.ts';
import { FixedForm } from '../deploy-input.ts';
import { seatInput } from '../seat.ts';
import type { ServerPackage } from '../server-package.ts';
import { asFault, checkRecords, checkSeatFacts, type DeployFacts } from './index.ts';
import { stopRefusals } from './stop-guard.ts';

const host = (id: string, more: Partial<HostRecord> = {}): HostRecord => ({
  ...{
    id,
    name: id,
    address: '10.0.0.1',
    zone: 'z',
    baseDirectory: '/b',
    poolState: 'available',
    paths: [],
    createdAt: 0,
  },
  ...more,
});
const serverPackage: ServerPackage = {
  ...{ id: 'p', flavor: 'mysql', version: '9.7.4', architecture: 'x86_64', sha256: 'f'.repeat(64), sizeBytes: 80e6 },
  ...{ signature: 'none', source: 'vendor', file: '/x.tar', needsGlibc: '2.28', addedAt: 0 },
  plugins: ['semisync_source.so', 'semisync_replica.so'],
};
const input: DeployFacts['input'] = {
  ...{
    clusterId: 'c',
    name: 'orders',
    packageId: 'p',
    topology: 'primary-replica',
    environment: 'test',
    applicationId: null,
  },
  ...{ port: 3306, memoryMib: 1024, cores: 2, fixed: FixedForm.parse({}) },
  seats: [
    { instanceId: 'i1', hostId: 'h1', serverId: 11, role: 'primary' },
    { instanceId: 'i2', hostId: 'h2', serverId: 12, role: 'replica' },
  ],
};
const good: DeployFacts = {
  ...{ input, serverPackage, instances: [], nameTakenBy: undefined },
  hosts: new Map(['h1', 'h2'].map((id) => [id, host(id)])),
};
const neighbour: InstanceRecord = {
  ...{ id: 'n', name: 'h1:3306', hostId: 'h1', port: 3306, clusterId: 'other', flavor: 'mysql', version: '9.7.4' },
  ...{
    packageId: null,
    role: 'standalone',
    state: 'running',
    directory: '/b/x',
    serverId: 12,
    maintenance: null,
    createdAt: 0,
  },
};
const seats = input.seats;
const hosts = (more: Record<string, Partial<HostRecord>>) =>
  new Map(['h1', 'h2'].map((id) => [id, host(id, more[id])]));

const recordTable: [string, Partial<DeployFacts>, string[]][] = [
  ['all in order', {}, []],
  ['name taken', { nameTakenBy: 'x' }, ['CLUSTER_NAME_TAKEN']],
  ['name taken by itself (a repeated run)', { nameTakenBy: 'c' }, []],
  ['no package', { serverPackage: undefined }, ['PACKAGE_NOT_FOUND']],
  ['bad signature', { serverPackage: { ...serverPackage, signature: 'bad' } }, ['PACKAGE_SIGNATURE_BAD']],
  ['no semi-sync plugins', { serverPackage: { ...serverPackage, plugins: [] } }, ['PACKAGE_WITHOUT_SEMI_SYNC']],
  ['one host twice', { input: { ...input, seats: seats.map((seat) => ({ ...seat, hostId: 'h1' })) } }, ['HOST_TWICE']],
  ['too few hosts', { input: { ...input, seats: seats.slice(0, 1) } }, ['HOSTS_TOO_FEW']],
  ['unknown host', { hosts: new Map([['h1', host('h1')]]) }, ['HOST_NOT_FOUND']],
  ['unchecked host', { hosts: hosts({ h2: { poolState: 'unchecked' } }) }, ['HOST_NOT_AVAILABLE']],
  ['host that failed its check', { hosts: hosts({ h2: { poolState: 'failed-check' } }) }, ['HOST_NOT_AVAILABLE']],
  ['host reserved by somebody', { hosts: hosts({ h2: { poolState: 'reserved' } }) }, ['HOST_NOT_AVAILABLE']],
  ['seat and server id of a neighbour', { instances: [neighbour] }, ['PORT_TAKEN', 'SERVER_ID_CLASH']],
  ['a decommissioned neighbour', { instances: [{ ...neighbour, state: 'decommissioned' }] }, []],
  [
    'a base directory too deep for a socket',
    { hosts: hosts({ h1: { baseDirectory: `/${'x'.repeat(90)}` } }) },
    ['PATH_TOO_LONG'],
  ],
  ['a specification nobody described', { input: { ...input, specification: 'huge' } }, ['SPECIFICATION_NOT_FOUND']],
  [
    'more memory than the specification has',
    { input: { ...input, specification: 'small' }, size: { memoryBytes: 512 * 1024 ** 2 } },
    ['SPECIFICATION_TOO_SMALL'],
  ],
  [
    'as much memory as the specification has',
    { input: { ...input, specification: 'small' }, size: { memoryBytes: 1024 ** 3 } },
    [],
  ],
  [
    'no place left in the quota',
    { quota: { code: 'QUOTA_EXCEEDED', values: { application: 'pay', environment: 'test', wanted: 3, allowed: 2 } } },
    ['QUOTA_EXCEEDED'],
  ],
  [
    'a quota of memory and no specification',
    { quota: { code: 'QUOTA_NEEDS_SPECIFICATION', values: { application: 'pay', environment: 'test' } } },
    ['QUOTA_NEEDS_SPECIFICATION'],
  ],
  [
    'several things at once',
    { nameTakenBy: 'x', instances: [neighbour], hosts: hosts({ h2: { poolState: 'out-of-service' } }) },
    ['CLUSTER_NAME_TAKEN', 'PORT_TAKEN', 'HOST_NOT_AVAILABLE', 'SERVER_ID_CLASH'],
  ],
];
for (const [name, facts, codes] of recordTable)
  test(`records: ${name}`, () => {
    const refusals = checkRecords({ ...good, ...facts });
    assert.deepEqual(
      refusals.map(({ code }) => code),
      codes,
    );
    for (const refusal of refusals)
      for (const text of [asFault(refusal).words.en, asFault(refusal).words.zh, refusal.next.en, refusal.next.zh])
        assert.ok(text.length > 3);
  });

const seen: SeatFacts = {
  ...{ writable: true, freeBytes: 100e9, memoryMib: 4096, availableMib: 2048, present: false, owner: '' },
  ...{ takenPorts: '', architecture: 'x86_64', libc: 'glibc 2.36', installed: false, missingTools: '' },
};
const [firstSeat] = seats;
assert.ok(firstSeat);
const seat = seatInput(input, firstSeat, host('h1'), serverPackage);
const seatTable: [string, Partial<SeatFacts>, string[]][] = [
  ['all in order', {}, []],
  ['port taken', { takenPorts: '3306 8306' }, ['PORT_TAKEN']],
  ['something lies there', { present: true }, ['SEAT_NOT_EMPTY']],
  ['another instance lies there', { present: true, owner: 'i9' }, ['SEAT_NOT_EMPTY']],
  ['an earlier try of its own lies and listens there', { present: true, owner: 'i1', takenPorts: '3306' }, []],
  ['not writable', { writable: false }, ['BASE_NOT_WRITABLE']],
  ['disk too small', { freeBytes: 100e6 }, ['DISK_TOO_SMALL']],
  ['memory too small', { memoryMib: 512 }, ['MEMORY_DOES_NOT_FIT']],
  ['another processor', { architecture: 'aarch64' }, ['ARCHITECTURE_DIFFERS']],
  ['an old C library', { libc: 'glibc 2.17' }, ['LIBC_TOO_OLD']],
  ['no glibc at all', { libc: '' }, ['LIBC_TOO_OLD']],
  ['tools missing', { missingTools: 'tar setsid' }, ['TOOLS_MISSING']],
  [
    'everything at once',
    { takenPorts: '3306', present: true, freeBytes: 0, architecture: 'x' },
    ['PORT_TAKEN', 'SEAT_NOT_EMPTY', 'ARCHITECTURE_DIFFERS', 'DISK_TOO_SMALL'],
  ],
];
for (const [name, found, codes] of seatTable)
  test(`seat: ${name}`, () => {
    const refusals = checkSeatFacts(seat, { ...seen, ...found }, { input, serverPackage });
    assert.deepEqual(
      refusals.map(({ code }) => code),
      codes,
    );
  });

const session = { id: 1, user: 'app', host: '', database: '', command: 'Sleep', seconds: 1, state: '', statement: '' };
const calm = { name: 'h1:3306', sessions: [], waiting: 0, scope: 'instance', manner: 'careful' } as const;
const dump = { ...session, user: 'myriad_repl', command: 'Binlog Dump GTID' };
const stuck = { ...session, command: 'Query', state: 'Waiting for semi-sync ACK from replica' };
const stopTable: [string, Partial<Parameters<typeof stopRefusals>[0]>, string[]][] = [
  ['nobody there', {}, []],
  ['a client', { sessions: [session] }, ['HAS_SESSIONS']],
  ['only the platform itself', { sessions: [{ ...session, user: 'myriad_admin' }] }, []],
  ['a replica', { sessions: [dump] }, ['HAS_REPLICAS']],
  ['a replica that stops too', { sessions: [dump], scope: 'cluster' }, []],
  ['clients and replicas, forced', { sessions: [session, dump], manner: 'even-so' }, []],
  ['a waiting commit', { sessions: [stuck] }, ['COMMITS_WAIT', 'HAS_SESSIONS']],
  ['a waiting commit, forced all the same', { sessions: [stuck], manner: 'even-so' }, ['COMMITS_WAIT']],
  ['a waiting commit only the counter shows', { waiting: 2, manner: 'even-so' }, ['COMMITS_WAIT']],
  ['the last replica that acknowledges', { spare: 0 }, ['LAST_ACKNOWLEDGER']],
  ['one of two that acknowledge', { spare: 1 }, []],
  ['the last that acknowledges, forced', { spare: 0, manner: 'even-so' }, []],
  ['the last that acknowledges, with its primary', { spare: 0, scope: 'cluster' }, []],
];
for (const [name, more, codes] of stopTable)
  test(`stop: ${name}`, () =>
    assert.deepEqual(
      stopRefusals({ ...calm, ...more }).map(({ code }) => code),
      codes,
    ));
