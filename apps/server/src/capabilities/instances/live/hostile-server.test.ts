import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fleetProblems } from '@myriad/contract';
import { type Hostility, type Simulator, startSimulator } from '@myriad/lab';
import { createTestHttp, type TestHttp } from '../../auth/testing.ts';
import { openSimulatedPlatform, type SimulatedPlatform } from '../../sweeps/testing/simulated-fleet.ts';
import { readClusterLive } from '../read-live.ts';
import { type KeptSessions, keepSessions, NoRoomToLook } from './keep-sessions.ts';
import { silenceWords } from './refusal-words.ts';
import { serveLive } from './routes.ts';

const account = { user: 'watch', password: 'secret', plugin: 'caching_sha2_password' } as const;
const ways: readonly Hostility[] = [
  ...([
    'wrong-protocol',
    'silent',
    'hangs-after-handshake',
    'hangs-on-statement',
    'huge-answer',
    'huge-packet',
  ] as const),
  ...(['hostile-names', 'invalid-utf8', 'denied-half-way', 'dies-mid-sweep', 'resets', 'slow-drip'] as const),
  ...(['refuses-login', 'too-many-connections', 'nonsense'] as const),
];
let simulator: Simulator;
let platform: SimulatedPlatform;
let http: TestHttp;
let sessions: KeptSessions;

before(async () => {
  simulator = await startSimulator({ servers: 20, clusters: 5, account, firstAddress: '127.84.0.1' });
  platform = await openSimulatedPlatform({ simulator, password: account.password, periodSeconds: 0 });
  const { db, metadata, paths } = platform;
  const { access } = paths;
  http = await createTestHttp({ db, problems: [fleetProblems] });
  sessions = keepSessions({ db, metadata, access });
  serveLive(http.http, { db, metadata, access, sessions, clock: { now: Date.now }, remembered: async () => undefined });
});
after(async () => {
  await http.close();
  await sessions.close();
  await platform[Symbol.asyncDispose]();
  await simulator[Symbol.asyncDispose]();
});

test('whatever a server does, its page has an answer in time, in both languages', async () => {
  await Promise.all(
    ways.map(async (hostility, index) => {
      const server = simulator.fleet[index];
      assert.ok(server);
      server.hostility = hostility;
      const url = `/api/instances/${platform.instanceIds[index]}`;
      const begun = performance.now();
      for (const part of ['activity', 'replication', 'parameters', 'error-log']) {
        const { status, body } = await http.call('dba', 'GET', `${url}/${part}`);
        assert.equal(status, 200, `${hostility} ${part}: ${JSON.stringify(body)}`);
        const why = body.because ?? (body.sessions ?? body.workerErrors)?.words ?? body.originsBecause;
        assert.match(why?.zh ?? '', /\p{Script=Han}/u, `${hostility} ${part}: ${JSON.stringify(body).slice(0, 500)}`);
        assert.ok(JSON.stringify(body).length < 100_000, `${hostility} ${part}`);
      }
      assert.ok(performance.now() - begun < 90_000, hostility);
    }),
  );
});

test('what a server calls itself and its source is one visible line in the account of its cluster too', async () => {
  const { db, metadata, paths } = platform;
  const index = ways.indexOf('hostile-names');
  const id = platform.instanceIds[index] ?? '';
  Object.assign(simulator.fleet[index] ?? {}, { hostility: 'hostile-names' });
  const { clusterId } = await metadata.getInstance(db, id);
  assert.ok(clusterId);
  const ports = { db, metadata, access: paths.access, clock: { now: Date.now } };
  const { instances } = await readClusterLive(ports, clusterId);
  const live = instances.find(({ instanceId }) => instanceId === id);
  assert.match(live?.source?.host ?? '', /<img/, 'it names a hostile source');
  assert.doesNotMatch(JSON.stringify(instances), /[\u202a-\u202e\u2066-\u2069]|\\u0000|\\n/);
});

test('one connection serves all who look, and it is let go of at the end', async () => {
  const [id = ''] = platform.instanceIds.slice(15);
  const before = simulator.connections();
  const look = () => http.call('dba', 'GET', `/api/instances/${id}/activity`);
  await Promise.all(Array.from({ length: 20 }, look));
  assert.ok(simulator.connections() <= before + 1, `${simulator.connections()} of ${before}`);
});

test('no more are open than may be: the next takes the place of an idle one, waits for one in use, and is told where none comes free', async () => {
  const { db, metadata, paths } = platform;
  const few = keepSessions({ db, metadata, access: paths.access }, { most: 2, patienceMilliseconds: 1_000 });
  const [a = '', b = '', c = ''] = platform.instanceIds.slice(16);
  const hold = async (id: string) => {
    const [held, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const ended = few.use(id, async () => {
      held.resolve();
      await letGo.promise;
      return id;
    });
    await Promise.race([held.promise, ended]);
    return { ended, letGo: letGo.resolve };
  };
  const [one, two] = [await hold(a), await hold(b)];
  await assert.rejects(
    few.use(c, async () => 'c'),
    NoRoomToLook,
  );
  assert.match(silenceWords(new NoRoomToLook('x')).zh, /已达上限/);
  // One of those in use is looked at by another too: that takes no place.
  assert.equal(await few.use(a, async () => 'again'), 'again');
  const third = few.use(c, async () => 'c');
  one.letGo();
  assert.equal(await one.ended, a);
  assert.equal(await third, 'c');
  two.letGo();
  await two.ended;
  await few.close();
});
