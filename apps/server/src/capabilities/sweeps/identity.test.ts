import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type FindingView, findingProblems, fleetProblems } from '@myriad/contract';
import { type SimulatedServer, type Simulator, startSimulator } from '@myriad/lab';
import type { ReplicationChannel } from '@myriad/mysql';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { createTestHttp, type TestHttp } from '../auth/testing.ts';
import { serveFindings } from '../findings/index.ts';
import { parseSource, sourceOf } from './known-identity.ts';
import { openSimulatedPlatform, type SimulatedPlatform } from './testing/simulated-fleet.ts';

const account = { user: 'watch', password: 'secret', plugin: 'caching_sha2_password' } as const;
const servers = 8;
let simulator: Simulator;
let platform: SimulatedPlatform;
let http: TestHttp;

before(async () => {
  simulator = await startSimulator({ servers, clusters: 2, account, firstAddress: '127.84.0.1' });
  platform = await openSimulatedPlatform({ simulator, password: account.password, periodSeconds: 0.3 });
  http = await createTestHttp({ db: platform.db, problems: [fleetProblems, findingProblems] });
  serveFindings(http.http, platform.findings);
  platform.sweeps.start();
  await until('all were seen and written', () => {
    const { answering, unwritten } = platform.sweeps.status();
    return answering === servers && unwritten === 0;
  });
});
after(async () => {
  await http?.close();
  await platform?.[Symbol.asyncDispose]();
  await simulator?.[Symbol.asyncDispose]();
});

async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (const end = performance.now() + 60_000; performance.now() < end; await delay(20)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`never: ${what}`);
}

function server(index: number): SimulatedServer {
  const found = simulator.fleet[index];
  assert.ok(found);
  return found;
}
const idOf = (index: number): string => platform.instanceIds[index] ?? '';
const found = async (index: number): Promise<readonly FindingView[]> =>
  (await http.call('dba', 'GET', `/api/findings?entityId=${idOf(index)}`)).body.items;
const finding = (index: number, code: string): Promise<FindingView> =>
  until(`${code} on ${index}`, async () => (await found(index)).find((one) => one.code === code));
const fact = async (index: number, name: string) =>
  (await platform.metadata.listFacts(platform.db, 'instance', idOf(index))).find((one) => one.name === name)?.value;

const replicas = () => [...Array(servers).keys()].filter((index) => server(index).source !== null);

test('another server that answers is a finding until it is accepted; the one that is known stays on record', async () => {
  // MariaDB has no uuid.
  const index = [...Array(servers).keys()].find((at) => server(at).flavor === 'mysql') ?? 0;
  const before = server(index).serverUuid;
  assert.equal(await fact(index, 'serverUuid'), before);
  const other = `${'9'.repeat(8)}-0000-0000-0000-${'9'.repeat(12)}`;
  Object.assign(server(index), { serverUuid: other });
  const open = await finding(index, 'RECORD_UUID_CHANGED');
  assert.deepEqual([open.evidence.recorded, open.evidence.found], [before, other]);
  assert.equal(await fact(index, 'serverUuid'), before);
  const accepted = await http.call('dba', 'POST', `/api/findings/${open.id}/accept`);
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  assert.equal(await fact(index, 'serverUuid'), other);
  await platform.sweeps.refresh();
  const later = platform.sweeps.glance(idOf(index))?.lookedAt ?? 0;
  await until('it is looked at again', () => (platform.sweeps.glance(idOf(index))?.lookedAt ?? 0) > later);
  assert.deepEqual(await found(index), []);
});

test('a replica that follows another source is found, and so is its coming back', async () => {
  const [, index = 0] = replicas();
  const before = server(index).source;
  assert.ok(before);
  const known = await fact(index, 'source');
  assert.equal(known, `${before.address}:${before.port}`);
  Object.assign(server(index), { source: { ...before, address: '127.84.9.9' } });
  const open = await finding(index, 'RECORD_SOURCE_DIFFERS');
  assert.match(open.words.en, /replicates from 127\.84\.9\.9/);
  assert.equal(await fact(index, 'source'), known);
  Object.assign(server(index), { source: before });
  await until('nothing is found any more', async () => (await found(index)).length === 0);
});

test('what is accepted and at once made wrong again is found again', async () => {
  const [, , index = 0] = replicas();
  const before = await platform.metadata.getInstance(platform.db, idOf(index));
  Object.assign(server(index), { version: server(index).version.replace(before.version, '8.4.77') });
  const open = await finding(index, 'RECORD_VERSION_DIFFERS');
  assert.equal((await http.call('dba', 'POST', `/api/findings/${open.id}/accept`)).status, 200);
  const wrong = { version: before.version };
  const source = { kind: 'person', id: 'u-1' } as const;
  await inTransaction(platform.db, (tx) => platform.metadata.changeInstance(tx, idOf(index), wrong, source));
  const again = await until('it is open again', async () => (await found(index)).find(({ times }) => times === 2));
  assert.equal(again.id, open.id);
});

test('a replica that follows nobody: open it is a primary made by hand and may be accepted, closed it may only be brought back', async () => {
  const [, , , index = 0] = replicas();
  const was = { source: server(index).source, readOnly: server(index).readOnly };
  Object.assign(server(index), { source: undefined });
  const closed = await finding(index, 'REPLICA_MISSING');
  assert.deepEqual([closed.evidence.found, closed.abilities.accept.because], ['no replica', 'FINDING_NOT_ACCEPTABLE']);
  assert.deepEqual(closed.bringBack, {
    ticketKind: 'fleet.bring-back',
    form: { instanceId: idOf(index), to: 'following' },
  });
  assert.equal((await http.call('dba', 'POST', `/api/findings/${closed.id}/accept`)).status, 409);
  Object.assign(server(index), { readOnly: false });
  const open = await until('it is seen open', async () =>
    (await found(index)).find(({ code, evidence }) => code === 'REPLICA_MISSING' && evidence.found === 'primary'),
  );
  assert.equal((await http.call('dba', 'POST', `/api/findings/${open.id}/accept`)).status, 200);
  assert.equal((await platform.metadata.getInstance(platform.db, idOf(index))).role, 'primary');
  const changes = await platform.metadata.listChanges(platform.db, { entityId: idOf(index), limit: 20 });
  const role = changes.find(({ field }) => field === 'role');
  assert.deepEqual([role?.before, role?.after, role?.source.kind], ['replica', 'primary', 'person']);
  await until('nothing is found any more', async () => (await found(index)).length === 0);
  // And back: it follows again, closed, while the record calls it a primary.
  Object.assign(server(index), was);
  const back = await finding(index, 'RECORD_ROLE_DIFFERS');
  assert.equal((await http.call('dba', 'POST', `/api/findings/${back.id}/accept`)).status, 200);
  await until('nothing is found again', async () => (await found(index)).length === 0);
});

test('a source is a host and a port, also by IPv6', () => {
  assert.deepEqual(parseSource('db-1:3306'), { host: 'db-1', port: 3306 });
  assert.deepEqual(parseSource('fe80::1:3306'), { host: 'fe80::1', port: 3306 });
  assert.equal(parseSource('db-1'), undefined);
  const following = (host: string) => sourceOf({ channels: [{ source: { host, port: 3306 } } as ReplicationChannel] });
  assert.equal(following('db-1'), 'db-1:3306');
  assert.equal(following('db\n\u202e1'), undefined, 'a name that turns others around is kept nowhere');
});
