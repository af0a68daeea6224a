import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterTopology, SweepMark } from '@myriad/contract';
import { fleetProblems } from '@myriad/contract';
import { type SimulatedServer, type Simulator, startSimulator } from '@myriad/lab';
import { createTestHttp, type TestHttp } from '../auth/testing.ts';
import { serveSweeps } from './index.ts';
import { openSimulatedPlatform, type SimulatedPlatform } from './testing/simulated-fleet.ts';

const account = { user: 'watch', password: 'secret', plugin: 'mysql_native_password' } as const;
let simulator: Simulator;
let platform: SimulatedPlatform;
let http: TestHttp;
/** Of the first cluster, its primary first. */
let ids: readonly string[];
let clusterId: string;

before(async () => {
  simulator = await startSimulator({ servers: 6, clusters: 2, account, firstAddress: '127.84.0.1' });
  platform = await openSimulatedPlatform({ simulator, password: account.password, periodSeconds: 0.3 });
  http = await createTestHttp({ db: platform.db, problems: [fleetProblems] });
  serveSweeps(http.http, platform.sweeps);
  const first = await platform.metadata.getInstance(platform.db, platform.instanceIds[0] ?? '');
  clusterId = first.clusterId ?? '';
  const instances = await platform.metadata.listInstances(platform.db, { clusterId });
  ids = [...instances].sort((a, b) => Number(a.role === 'replica') - Number(b.role === 'replica')).map(({ id }) => id);
  platform.sweeps.start();
});
after(async () => {
  await http.close();
  await platform[Symbol.asyncDispose]();
  await simulator[Symbol.asyncDispose]();
});

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = performance.now() + 90_000; performance.now() < end; await delay(20)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`never: ${what}; ${JSON.stringify(platform.sweeps.status())}`);
}

const serverOf = (id: string | undefined): SimulatedServer => {
  const found = simulator.fleet[platform.instanceIds.indexOf(id ?? '')];
  assert.ok(found);
  return found;
};

const topology = async (): Promise<ClusterTopology> =>
  (await http.call('requester', 'GET', `/api/clusters/${clusterId}/topology`)).body;

const marks = async (dimension: string, of: readonly string[]): Promise<readonly SweepMark[]> =>
  (await http.call('requester', 'GET', `/api/sweeps/marks?dimension=${dimension}&ids=${of.join(',')}`)).body.items;

test('a cluster is drawn from what its servers say: the writer, who follows whom, and how late', async () => {
  const seen = await until('all were seen', async () => {
    const now = await topology();
    return now.nodes.every(({ state }) => state === 'answered') && now;
  });
  assert.equal(seen.shape, 'primary-replicas');
  assert.deepEqual(seen.writers, [ids[0]]);
  assert.deepEqual(
    seen.edges.map(({ from, to, state, seenBy }) => ({ from, to, state, seenBy })),
    ids.slice(1).map((to) => ({ from: ids[0], to, state: 'running', seenBy: 'channel' })),
  );
  const primary = seen.nodes.find(({ id }) => id === ids[0]);
  assert.deepEqual([primary?.writable, primary?.readOnly, primary?.role], [true, false, 'primary']);
});

test('a server that follows somebody outside is drawn with the stranger; one that is silent says why', async () => {
  const [primary, replica] = ids;
  const before = serverOf(replica).source;
  serverOf(replica).source = {
    address: '10.99.0.1',
    port: 3307,
    uuid: 'd0d0d0d0-0000-11ee-8000-00000000abcd',
    serverId: 77,
  };
  const wired = await until('the stranger', async () => {
    const now = await topology();
    return now.nodes.some(({ state }) => state === 'heard-of') && now;
  });
  const stranger = wired.nodes.find(({ state }) => state === 'heard-of');
  assert.deepEqual([stranger?.host, stranger?.port], ['10.99.0.1', 3307]);
  assert.ok(wired.edges.some(({ from, to }) => from === stranger?.id && to === replica));
  serverOf(replica).source = before;
  serverOf(primary).up = false;
  simulator.cut(platform.instanceIds.indexOf(primary ?? ''));
  const dark = await until('the primary is silent', async () => {
    const now = await topology();
    return now.nodes.find(({ id }) => id === primary)?.state === 'unreachable' && now;
  });
  assert.deepEqual(dark.writers, []);
  assert.match(dark.nodes.find(({ id }) => id === primary)?.because?.zh ?? '', /\p{Script=Han}/u);
  serverOf(primary).up = true;
});

test('marks count how things stand, by instance, host and cluster', async () => {
  const [mark] = await until('all answer', async () => {
    const now = await marks('cluster', [clusterId]);
    return now[0]?.answering === 3 && now[0].writable === 1 && now[0].replicas === 2 && now;
  });
  assert.deepEqual([mark?.failing, mark?.waiting, mark?.broken], [0, 0, 0]);
  assert.equal(typeof mark?.lagSeconds, 'number');
  const single = await marks('instance', [ids[0] ?? '', 'none', ids[1] ?? '']);
  assert.deepEqual(
    single.map(({ id, writable, replicas, lagSeconds }) => [id, writable, replicas, typeof lagSeconds]),
    [
      [ids[0], 1, 0, 'undefined'],
      [ids[1], 0, 1, 'number'],
    ],
  );
  const { hostId } = await platform.metadata.getInstance(platform.db, ids[2] ?? '');
  assert.deepEqual(
    (await marks('host', [hostId])).map(({ id, answering }) => [id, answering]),
    [[hostId, 1]],
  );
});

test('wrong calls are refused, and an unknown cluster is said to be one', async () => {
  for (const query of ['', '?dimension=planet&ids=1', '?dimension=host', `?dimension=host&ids=${'x,'.repeat(201)}`])
    assert.equal((await http.call('dba', 'GET', `/api/sweeps/marks${query}`)).status, 400, query);
  assert.equal((await http.call('nobody', 'GET', `/api/sweeps/marks?dimension=host&ids=1`)).status, 401);
  assert.equal((await http.call('nobody', 'GET', `/api/clusters/${clusterId}/topology`)).status, 401);
  assert.equal((await http.call('dba', 'GET', '/api/clusters/none/topology')).body.code, 'CLUSTER_NOT_FOUND');
});
