import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findingProblems, fleetProblems } from '@myriad/contract';
import { type SimulatedServer, type Simulator, startSimulator } from '@myriad/lab';
import { createTestHttp, type TestHttp } from '../auth/testing.ts';
import { serveSweeps } from './index.ts';
import { openSimulatedPlatform, type SimulatedPlatform } from './testing/simulated-fleet.ts';

const account = { user: 'watch', password: 'secret', plugin: 'caching_sha2_password' } as const;
let simulator: Simulator;
let platform: SimulatedPlatform;
let http: TestHttp;
/** Held still, but for what a test lets pass. */
let at = Date.now();

before(async () => {
  simulator = await startSimulator({ servers: 4, clusters: 2, account, firstAddress: '127.85.0.1' });
  // Nobody's turn comes within the test: what is seen was asked for.
  const options = { periodSeconds: 3600, clock: { now: () => at } };
  platform = await openSimulatedPlatform({ simulator, password: account.password, ...options });
  http = await createTestHttp({ db: platform.db, problems: [fleetProblems, findingProblems] });
  serveSweeps(http.http, platform.sweeps);
});
after(async () => {
  await http?.close();
  await platform?.[Symbol.asyncDispose]();
  await simulator?.[Symbol.asyncDispose]();
});

function server(index: number): SimulatedServer {
  const found = simulator.fleet[index];
  assert.ok(found);
  return found;
}
const idOf = (index: number): string => platform.instanceIds[index] ?? '';
const look = (index: number) => http.call('requester', 'POST', `/api/instances/${idOf(index)}/looks`);

test('with the sweep off nobody looks, and that is said', async () => {
  const { status, body } = await look(0);
  assert.deepEqual([status, body.code], [409, 'SWEEP_OFF']);
});

test('an instance is looked at now, and however often it is asked for, once in two seconds', async () => {
  platform.sweeps.start();
  const first = await look(0);
  assert.deepEqual([first.status, first.body.state], [200, 'answers'], JSON.stringify(first.body));
  Object.assign(server(0), { readOnly: !server(0).readOnly });
  const again = await Promise.all(Array.from({ length: 20 }, () => look(0)));
  for (const { body } of again) assert.equal(body.glance.readOnly, first.body.glance.readOnly, 'nobody asked it');
  at += 2000;
  const later = await Promise.all(Array.from({ length: 20 }, () => look(0)));
  for (const { body } of later) assert.deepEqual([body.lookedAt, body.glance.readOnly], [at, server(0).readOnly]);
});

test('one that fails and would wait long is asked now too, and what it answers counts', async () => {
  Object.assign(server(1), { hostility: 'refuses-login' });
  const refused = await look(1);
  assert.equal(refused.body.fault?.code, 'SERVER_LOGIN_REFUSED', JSON.stringify(refused.body));
  Object.assign(server(1), { hostility: null });
  at += 2000;
  assert.equal((await look(1)).body.state, 'answers');
});

test('a cluster is looked at as a whole; what is gone or unknown is not', async () => {
  const { clusterId } = await platform.metadata.getInstance(platform.db, idOf(2));
  at += 2000;
  const { status, body } = await http.call('requester', 'POST', `/api/clusters/${clusterId}/looks`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.ok(body.items.length >= 2);
  for (const item of body.items) assert.deepEqual([item.state, item.lookedAt], ['answers', at]);
  assert.equal((await http.call('requester', 'POST', '/api/clusters/none/looks')).body.code, 'CLUSTER_NOT_FOUND');
  assert.equal((await http.call('requester', 'POST', '/api/instances/none/looks')).body.code, 'INSTANCE_NOT_FOUND');
  assert.equal((await http.call('nobody', 'POST', `/api/clusters/${clusterId}/looks`)).status, 401);
});
