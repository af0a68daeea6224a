import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type FindingView, findingProblems, fleetProblems } from '@myriad/contract';
import { type Hostility, type SimulatedServer, type Simulator, startSimulator } from '@myriad/lab';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { createTestHttp, type TestHttp } from '../auth/testing.ts';
import { serveFindings } from '../findings/index.ts';
import { type Sweeps, serveSweeps } from './index.ts';
import { openSimulatedPlatform, type SimulatedPlatform } from './testing/simulated-fleet.ts';

const account = { user: 'watch', password: 'secret', plugin: 'caching_sha2_password' } as const;
const periodSeconds = 0.5;
let simulator: Simulator;
let platform: SimulatedPlatform;
let http: TestHttp;

before(async () => {
  simulator = await startSimulator({ servers: 40, clusters: 10, account, firstAddress: '127.83.0.1' });
  platform = await openSimulatedPlatform({ simulator, password: account.password, periodSeconds });
  http = await createTestHttp({ db: platform.db, problems: [fleetProblems, findingProblems] });
  serveSweeps(http.http, platform.sweeps);
  serveFindings(http.http, platform.findings);
  platform.sweeps.start();
});
after(async () => {
  await http.close();
  await platform[Symbol.asyncDispose]();
  await simulator[Symbol.asyncDispose]();
});

async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (const end = performance.now() + 90_000; performance.now() < end; await delay(20)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`never: ${what}; ${JSON.stringify(platform.sweeps.status())} ${platform.lines.slice(-3).join(' ')}`);
}

const idOf = (index: number): string => platform.instanceIds[index] ?? '';

function server(index: number): SimulatedServer {
  const found = simulator.fleet[index];
  assert.ok(found);
  return found;
}

const findings = async (index: number, query = ''): Promise<readonly FindingView[]> =>
  (await http.call('dba', 'GET', `/api/findings?entityId=${idOf(index)}${query}`)).body.items;

const finding = (index: number, code: string): Promise<FindingView> =>
  until(`${code} on ${index}`, async () => (await findings(index)).find((one) => one.code === code));

const quiet = (index: number) => until(`nothing found on ${index}`, async () => (await findings(index)).length === 0);

const allSeen = (sweeps: Sweeps) =>
  until('all were seen and written', () => {
    const { answering, instances, unwritten } = sweeps.status();
    return instances === 40 && answering === 40 && unwritten === 0;
  });

test('every instance is looked at over one connection that is kept, and what it says is shown and recorded', async () => {
  await allSeen(platform.sweeps);
  const { status, body } = await http.call('requester', 'GET', `/api/instances/${idOf(14)}/glance`);
  assert.equal(status, 200);
  assert.deepEqual(
    [body.state, body.glance.flavor, body.glance.readOnly, body.glance.channels[0].source.host],
    ['answers', 'mariadb', true, server(4).address],
  );
  const facts = new Map(
    (await platform.metadata.listFacts(platform.db, 'instance', idOf(11))).map(({ name, value }) => [name, value]),
  );
  assert.deepEqual(
    [facts.get('readOnly'), facts.get('serverId'), facts.get('version')],
    [true, 12, server(11).version],
  );
  const { last } = await until('a whole period', () => platform.sweeps.status().last && platform.sweeps.status());
  assert.ok(last);
  assert.equal(simulator.connections(), 40);
  assert.deepEqual(await findings(11), []);
});

test('the routes refuse whom they must, and say of one that is not swept that it is not', async () => {
  for (const url of ['/api/sweeps', `/api/instances/${idOf(0)}/glance`])
    assert.equal((await http.call('nobody', 'GET', url)).status, 401);
  assert.equal((await http.call('dba', 'GET', '/api/instances/none/glance')).body.code, 'INSTANCE_NOT_FOUND');
  const { body } = await http.call('requester', 'GET', '/api/sweeps');
  assert.deepEqual([body.running, body.instances, body.periodSeconds], [true, 40, periodSeconds]);
});

test('where record and reality disagree there is a finding; accepted, the record follows', async () => {
  server(15).readOnly = false;
  server(15).version = '8.4.9';
  const open = await finding(15, 'RECORD_READ_ONLY_DIFFERS');
  assert.match(open.words.en, /should be read_only = ON and is read_only = OFF/);
  assert.equal(open.abilities.accept.because, 'FINDING_NOT_ACCEPTABLE');
  const version = await finding(15, 'RECORD_VERSION_DIFFERS');
  const accepted = await http.call('dba', 'POST', `/api/findings/${version.id}/accept`);
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  assert.equal((await platform.metadata.getInstance(platform.db, idOf(15))).version, '8.4.9');
  server(15).readOnly = true;
  await platform.sweeps.refresh();
  await quiet(15);
  const history = await platform.metadata.listChanges(platform.db, {
    entity: 'instance',
    entityId: idOf(15),
    limit: 50,
  });
  assert.ok(history.some(({ field, about }) => field === 'version' && about === 'record'));
});

test('a role that was switched by hand is found', async () => {
  server(16).source = null;
  await finding(16, 'REPLICA_MISSING');
  server(16).source = { address: server(6).address, port: server(6).port, uuid: server(6).serverUuid, serverId: 7 };
  await quiet(16);
});

const kinds: readonly (readonly [Hostility, string])[] = [
  ['wrong-protocol', 'SERVER_NOT_MYSQL'],
  ['silent', 'SERVER_SILENT'],
  ['hangs-after-handshake', 'SERVER_SILENT'],
  ['hangs-on-statement', 'SERVER_SILENT'],
  ['huge-answer', 'SERVER_ANSWER_TOO_LARGE'],
  ['huge-packet', 'SERVER_ANSWER_TOO_LARGE'],
  ['hostile-names', 'SERVER_NAME_UNREADABLE'],
  ['invalid-utf8', 'SERVER_NAME_UNREADABLE'],
  ['clock-off', 'SERVER_CLOCK_OFF'],
  ['denied-half-way', 'SERVER_DENIES'],
  ['dies-mid-sweep', 'SERVER_CUTS_CONNECTION'],
  ['resets', 'SERVER_UNREACHABLE'],
  ['slow-drip', 'SERVER_SILENT'],
  ['refuses-login', 'SERVER_LOGIN_REFUSED'],
  ['too-many-connections', 'SERVER_TOO_MANY_CONNECTIONS'],
  ['nonsense', 'SERVER_ANSWER_SENSELESS'],
];

test('each hostile server is a finding of its kind, all at once, and the others are looked at as before', async () => {
  for (const [at, [hostility]] of kinds.entries()) {
    server(20 + at).hostility = hostility;
    simulator.cut(20 + at);
  }
  for (const [at, [, code]] of kinds.entries()) await finding(20 + at, code);
  const before = platform.sweeps.glance(idOf(3))?.answeredAt ?? 0;
  await until('a healthy one is looked at', () => (platform.sweeps.glance(idOf(3))?.answeredAt ?? 0) > before);
  const named = await finding(26, 'SERVER_NAME_UNREADABLE');
  assert.doesNotMatch(`${named.words.en}${named.words.zh}`, /[\n\u202e\u2066\p{Cc}]/u);
  const shown = JSON.stringify(platform.sweeps.glance(idOf(26)));
  assert.doesNotMatch(shown, /\\n|\\u202e|\u202e/);
  for (const at of kinds.keys()) {
    server(20 + at).hostility = null;
    simulator.cut(20 + at);
  }
  for (const at of kinds.keys()) await quiet(20 + at);
});

test('one that dies is found dead, with its age; recorded as stopped, or in maintenance, it is left alone', async () => {
  for (const index of [17, 18, 19]) {
    server(index).up = false;
    simulator.cut(index);
  }
  const now = Date.now();
  const maintenance = { reason: 'disk', by: 'li', since: now, until: now + 3_600_000 };
  const source = { kind: 'person', id: 'u1' } as const;
  await inTransaction(platform.db, async (tx) => {
    await platform.metadata.changeInstance(tx, idOf(18), { state: 'stopped' }, source);
    await platform.metadata.changeInstance(tx, idOf(19), { maintenance }, source);
  });
  await platform.sweeps.refresh();
  const dead = await finding(17, 'SERVER_UNREACHABLE');
  assert.equal(dead.grade, 'bad');
  await until('the others failed too', () =>
    [18, 19].every((index) => (platform.sweeps.glance(idOf(index))?.fault?.times ?? 0) > 2),
  );
  await quiet(18);
  const glance = platform.sweeps.glance(idOf(17));
  assert.deepEqual([glance?.state, glance?.fault?.code], ['fails', 'SERVER_UNREACHABLE']);
  assert.ok(glance?.answeredAt && glance.glance);
  for (const index of [17, 18, 19]) server(index).up = true;
  await quiet(17);
});

test('after a restart everything is seen again, findings keep their age, and nothing known is written again', async () => {
  server(12).readOnly = false;
  const open = await finding(12, 'RECORD_READ_ONLY_DIFFERS');
  await platform.sweeps.stop();
  const newest = async () => (await platform.metadata.listChanges(platform.db, { limit: 1 }))[0]?.id;
  const before = await newest();
  assert.equal(platform.sweeps.glance(idOf(12)), undefined);
  const again = platform.anotherSweep();
  again.start();
  try {
    await allSeen(again);
    assert.equal(await newest(), before);
    const kept = await finding(12, 'RECORD_READ_ONLY_DIFFERS');
    assert.deepEqual([kept.id, kept.firstSeenAt, kept.times], [open.id, open.firstSeenAt, 1]);
    const source = { kind: 'person', id: 'u1' } as const;
    await inTransaction(platform.db, (tx) =>
      platform.metadata.changeInstance(tx, idOf(12), { state: 'decommissioned' }, source),
    );
    await again.refresh();
    assert.equal(again.glance(idOf(12)), undefined);
    await quiet(12);
  } finally {
    await again.stop();
  }
});
