import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureTree, LabUnavailable } from '@myriad/lab';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { decideTask } from '../tasks/index.ts';
import { viewTask } from '../tasks/view-task.ts';
import { readServer } from './actions/server-actions.ts';
import { readClusterLive } from './read-live.ts';
import type { SeatInput } from './seat.ts';
import { packagePlace, type ServerPackage } from './server-package.ts';
import { shipPackage } from './steps/ship-package.ts';
import { unpackPackage } from './steps/unpack-package.ts';
import { dba, type LabPlatform, startLabPlatform } from './testing/lab-platform.ts';
import { until } from './until.ts';

let platform: LabPlatform;
let serverPackage: ServerPackage;
let missing: string | undefined;
const port = 23_000 + Math.floor(Math.random() * 90);
before(async () => {
  const tree = await ensureTree('mariadb');
  if ('missing' in tree) {
    missing = tree.words.en;
    return;
  }
  try {
    platform = await startLabPlatform({ hosts: 2 });
    serverPackage = await platform.registerTree('mariadb');
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    missing = error.message;
  }
});
after(() => platform?.stop());

const form = (more: object = {}) => ({
  ...{
    name: 'bad',
    packageId: serverPackage.id,
    topology: 'primary-replica',
    replicas: 1,
    port,
    memoryMib: 512,
    environment: 'test',
  },
  ...more,
});
/** Somebody else's file under the base directory of a host, by the host's own user. */
async function putFile(at: number, name: string): Promise<void> {
  const host = platform.hosts[at];
  assert.ok(host);
  await using session = await platform.access.openHost(host.id);
  const file = `${host.baseDirectory}/${name}`;
  await session.exec(['mkdir', '-p', file.slice(0, file.lastIndexOf('/'))]);
  await session.copyTo({ text: 'precious' }, file);
}

const faultsOf = async (given: object): Promise<string> => {
  try {
    await platform.prepare('resource.new-cluster', given);
    return '';
  } catch (error) {
    const { code, faults } = error as { code?: string; faults?: { path: string; words: { en: string; zh: string } }[] };
    assert.equal(code, 'FORM_INVALID', String(error));
    assert.ok(faults?.every(({ words }) => words.en !== '' && words.zh !== ''));
    return (faults ?? []).map(({ path, words }) => `${path}: ${words.en}`).join('\n');
  }
};

test('a taken port, a foreign data directory and too little memory are all refused at once, and nothing is changed', async (context) => {
  if (missing) return context.skip(missing);
  const [first, second] = platform.lab.hosts;
  assert.ok(first && second);
  const listener = createServer().listen(port, first.address);
  await once(listener, 'listening');
  const foreign = join(second.folder, 'm', 'instances', String(port));
  await putFile(1, `instances/${port}/ibdata1`);
  try {
    const faults = await faultsOf(form({ memoryMib: 4_000_000 }));
    assert.match(faults, new RegExp(`port: lab-1:${port}: something already listens on port ${port}`));
    assert.match(faults, /hostIds: lab-2:.*is there already and is not empty/);
    assert.match(faults, /memoryMib: lab-1:.*MiB were asked for/);
    assert.equal(await readFile(join(foreign, 'ibdata1'), 'utf8'), 'precious');
    assert.deepEqual(await platform.metadata.listClusters(platform.db), []);
    assert.deepEqual(await readdir(join(second.folder, 'm')), ['instances']);
  } finally {
    listener.close();
  }
});

test('an archive damaged between copy and unpacking is copied again', async (context) => {
  if (missing) return context.skip(missing);
  const one = form({ topology: 'single', name: 'damaged', port: port + 7, hostIds: [platform.hosts[0]?.id] });
  const request = await platform.prepare('resource.new-cluster', one);
  const plan = await platform.tasks.planTask(request.taskKind, request.taskInput);
  const given = plan.calls.find(({ step }) => step === 'instances.ship-package')?.input as { seat: SeatInput };
  const [ship, unpack] = [shipPackage.step.body, unpackPackage.step.body];
  assert.ok('run' in ship && 'start' in unpack);
  const quiet = { say: () => {}, via: () => {}, progress: () => {}, signal: AbortSignal.timeout(120_000) };
  const step = { ...platform.ports, ...quiet, taskId: 't', jobKey: `damaged-${port}` } as never;
  await ship.run(step, given);
  const { archive } = packagePlace(given.seat.baseDirectory, given.seat);
  await using host = await platform.access.openHost(given.seat.hostId);
  assert.equal((await host.exec(['truncate', '-s', '-1', archive])).code, 0);
  const tried = async () => {
    const handle = await unpack.start(step, given);
    const look = async () => {
      const seen = await unpack.look(step, given, handle);
      return seen.state === 'running' ? undefined : seen;
    };
    return until(look, { signal: quiet.signal, withinSeconds: 60 });
  };
  const damaged = await tried();
  assert.equal(damaged?.state === 'failed' && damaged.error.code, 'ARCHIVE_DAMAGED');
  assert.equal((await tried())?.state, 'done');
});

test('an unreachable host and a changed host key are refused with what to do', async (context) => {
  if (missing) return context.skip(missing);
  const { db, metadata, hosts } = platform;
  const [first, second] = hosts;
  assert.ok(first && second);
  const source = { kind: 'person', id: 'u1' } as const;
  const wrong = first.paths.map((path) => (path.kind === 'ssh' ? { ...path, port: 1 } : path));
  await inTransaction(db, (tx) => metadata.changeHost(tx, first.id, { paths: wrong }, source));
  const setKey = (fingerprint: string) =>
    db.updateTable('host_key').set({ fingerprint }).where('endpoint', 'like', `${second.address}:%`).execute();
  await setKey(`SHA256:${'A'.repeat(43)}`);
  const faults = await faultsOf(form({ port: port + 1 }));
  assert.match(faults, /lab-1:.*cannot be looked at/);
  assert.match(faults, /lab-2:.*cannot be looked at:.*[Kk]ey/);
  assert.match(faults, /Compare the host key/);
  await inTransaction(db, (tx) => metadata.changeHost(tx, first.id, { paths: first.paths }, source));
  await setKey(platform.lab.hosts[1]?.hostKeyFingerprint ?? '');
});

async function undo(id: string): Promise<void> {
  await decideTask(platform.tasks.parts, dba, id, { decision: 'undo' }, async () => {});
  const viewNow = () => viewTask(platform.tasks.parts, dba, id);
  const deadline = Date.now() + 20_000;
  for (let view = await viewNow(); view.state !== 'undone'; view = await viewNow()) {
    const errors = view.steps.flatMap((step) =>
      step.error ? [`${step.id} ${step.state}: ${step.error.words.en}`] : [],
    );
    if (Date.now() > deadline) throw new Error(`the task is ${view.state}\n${errors.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('one deployment fails half way, is undone, and leaves nothing of its own', async (context) => {
  if (missing) return context.skip(missing);
  const { metadata, db, lab, hosts } = platform;
  const [first] = lab.hosts;
  assert.ok(first);
  const request = await platform.prepare(
    'resource.new-cluster',
    form({ topology: 'single', name: 'half', port: port + 2, hostIds: [hosts[0]?.id] }),
  );
  const plan = await platform.tasks.planTask(request.taskKind, request.taskInput);
  // Between the approval and the run somebody puts a folder there.
  const foreign = join(first.folder, 'm', 'instances', String(port + 2));
  await putFile(0, `instances/${port + 2}/mine`);
  const id = await platform.runPlan(plan);
  assert.equal(await platform.ended(id), 'paused');
  await undo(id);
  assert.equal(await readFile(join(foreign, 'mine'), 'utf8'), 'precious');
  assert.equal((await metadata.getHost(db, hosts[0]?.id ?? '')).poolState, 'available');
  assert.equal(await metadata.findClusterByName(db, 'half'), undefined);
});

test('a deployment that fails while it makes the data directory is undone without a trace, and the package stays for the next', async (context) => {
  if (missing) return context.skip(missing);
  const { metadata, db, lab, hosts } = platform;
  const [first] = hosts;
  assert.ok(first);
  // Nothing a check could see: the package is there, marked as whole, and its version is told.
  const { target } = packagePlace(first.baseDirectory, serverPackage);
  const installer = `${target}/scripts/mariadb-install-db`;
  await using host = await platform.access.openHost(first.id);
  assert.equal((await host.exec(['chmod', 'a-x', installer])).code, 0);
  const late = form({ topology: 'single', name: 'late', port: port + 3, hostIds: [first.id] });
  const { id, state, view } = await platform.run('resource.new-cluster', late);
  await host.exec(['chmod', 'a+x', installer]);
  assert.equal(state, 'paused');
  const failed = view.steps.find((step) => step.state === 'failed');
  assert.equal(failed?.step, 'instances.initialise');
  assert.match(failed?.error?.words.en ?? '', /mariadb-install-db: .*denied/);
  await undo(id);
  const base = join(lab.hosts[0]?.folder ?? '', 'm');
  assert.ok(!(await readdir(join(base, 'instances'))).includes(String(port + 3)));
  assert.equal((await readdir(join(base, 'packages'))).filter((name) => name.startsWith('mariadb-')).length, 1);
  assert.equal((await metadata.getHost(db, hosts[0]?.id ?? '')).poolState, 'available');
});

test('a deployment whose servers died after it opened the primary is undone all the same', async (context) => {
  if (missing) return context.skip(missing);
  const { metadata, db, lab, hosts, tasks } = platform;
  const at = port + 5;
  const request = await platform.prepare('resource.new-cluster', form({ name: 'dies', port: at }));
  const id = await platform.runPlan(await tasks.planTask(request.taskKind, request.taskInput));
  const hasBegun = async () =>
    (await viewTask(tasks.parts, dba, id)).steps.some(
      ({ step, state }) => step === 'instances.open-primary' && state !== 'pending',
    );
  const deadline = Date.now() + 60_000;
  while (!(await hasBegun())) {
    if (Date.now() > deadline) throw new Error('the primary was never opened');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (const host of hosts) {
    await using session = await platform.access.openHost(host.id);
    const file = `${host.baseDirectory}/instances/${at}/run/mysqld.pid`;
    await session.exec(['/bin/sh', '-c', 'kill -KILL "$(cat "$1")"', 'sh', file]);
  }
  assert.equal(await platform.ended(id), 'paused');
  await undo(id);
  for (const { folder } of lab.hosts)
    assert.ok(!(await readdir(join(folder, 'm/instances'))).includes(String(at)), folder);
  for (const { id: hostId } of hosts) assert.equal((await metadata.getHost(db, hostId)).poolState, 'available');
});

test('what only the server could know to be wrong is refused before anything changes', async (context) => {
  if (missing) return context.skip(missing);
  const given = { topology: 'single', name: 'misspelt', port: port + 8 };
  const faults = await faultsOf(form({ ...given, fixed: { collation: 'utf8mb4_nosuch_ci' } }));
  assert.match(faults, /^fixed.collation: MariaDB [\d.]+ knows no collation utf8mb4_nosuch_ci\.[^\n]*$/);
});

test('a standalone instance is writable by itself and comes back after a crash', async (context) => {
  if (missing) return context.skip(missing);
  const { metadata, db, hosts, access } = platform;
  const task = await platform.run(
    'resource.new-cluster',
    form({ topology: 'single', name: 'alone', port: port + 4, hostIds: [hosts[0]?.id] }),
  );
  assert.equal(task.state, 'done', JSON.stringify(task.view.steps.map(({ error }) => error).filter(Boolean)));
  const cluster = await metadata.findClusterByName(db, 'alone');
  const [instance] = await metadata.listInstances(db, { clusterId: cluster?.id ?? '' });
  assert.ok(instance);
  const pidOf = async () => {
    await using session = await access.openHost(instance.hostId);
    const one = { directory: instance.directory, instanceId: instance.id, unitName: 'none.service' };
    return { seen: await session.action(readServer, one) };
  };
  const before = (await pidOf()).seen;
  {
    await using session = await access.openHost(instance.hostId);
    await session.exec(['kill', '-KILL', String(before.pid)]);
  }
  const deadline = Date.now() + 60_000;
  for (;;) {
    const live = await readClusterLive(platform.ports, cluster?.id ?? '');
    const { seen } = await pidOf();
    if (seen.pid !== before.pid && live.instances[0]?.reachable && live.instances[0].readOnly === false) break;
    if (Date.now() > deadline) throw new Error(`it did not come back: ${JSON.stringify(live)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  // Its port is taken, its socket listens and its folder lies there: one cause, said once.
  const again = await faultsOf(form({ topology: 'single', name: 'second', port: port + 4, hostIds: [hosts[0]?.id] }));
  assert.match(again, /^port: \S+ already has an instance\.[^\n]*$/);
});
