import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { getCluster, getClusterLive, listClusters, listHosts, ProblemAnswer, type TaskView } from '@myriad/contract';
import { inLab, waitUntil } from '@myriad/lab';
import { openProof, type Proof } from './testing/open-proof.ts';
import {
  begin,
  decide,
  deployForm,
  preview,
  refusalOf,
  seeTask,
  tellTask,
  untilRest,
  untilTask,
} from './testing/tickets.ts';
import { listFolder, listPrograms, readRows } from './testing/worlds.ts';

const long = process.env.MYRIAD_LONG ? false : 'long: set MYRIAD_LONG=1 to cancel and undo in every step of a deploy';

/** Each piece on its way to a host takes so long, so that a step over SSH lasts long enough to be met while it runs. */
const distanceMilliseconds = 25;

/** Kept on purpose after an undo: unpacked packages for the next instance, pushed scripts, records of ended jobs. */
const kept = /^\.myriad(\/|$)|^m\/packages\/(?!.*\.partial)[^/.][^/]*(\/|$)/;

const stepOf = (task: TaskView, id: string) => task.steps.find((step) => step.id === id);

/** Approves, meets the step while it runs (or, where it is too short, right after) and cancels. Says whether it was met. */
async function cancelIn(proof: Proof, taskId: string, stepId: string): Promise<{ task: TaskView; met: boolean }> {
  await untilTask(proof, taskId, (task) => !['pending', 'waiting'].includes(stepOf(task, stepId)?.state ?? ''), 180);
  await decide(proof, taskId, 'cancel').catch((error: unknown) => {
    // The last steps may be over before anybody can act: then the task has ended right.
    if (!(error instanceof ProblemAnswer) || error.problem.code !== 'TASK_ENDED') throw error;
  });
  const task = await untilRest(proof, taskId, 60);
  return { task, met: stepOf(task, stepId)?.state === 'cancelled' };
}

/** What a cancelled task owes: it stands still, says so, can be resumed, and nothing of it goes on on a host. */
async function assertCancelled(proof: Proof, task: TaskView, where: string): Promise<void> {
  assert.equal(task.state, 'paused', `${where}: ${tellTask(task)}`);
  assert.equal(task.error?.code, 'TASK_CANCELLED', where);
  assert.ok(task.abilities.retry.allowed && task.abilities.abort.allowed, where);
  assert.deepEqual(
    task.steps.filter(({ state }) => ['running', 'waiting', 'undoing'].includes(state)),
    [],
    where,
  );
  // Only database servers that finished steps started may run: not a job, not an initialisation, not a copy.
  for (const { machine, name } of proof.hosts) {
    const strays = () =>
      listPrograms(machine).filter((words) => !/supervise\.sh |\/(mysqld|mariadbd) (?!.*--initialize)/.test(words));
    assert.ok(await waitUntil(() => strays().length === 0, 3_000), `${where}: on ${name} still runs ${strays()}`);
  }
  const before = JSON.stringify(await seeTask(proof, task.id));
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(JSON.stringify(await seeTask(proof, task.id)), before, `${where}: it still moves`);
}

async function assertDeployed(proof: Proof, name: string): Promise<string> {
  const { items } = await proof.people.dba.client.call(listClusters, { query: {} });
  const id = items.find((cluster) => cluster.name === name && cluster.state === 'running')?.id ?? '';
  const params = { clusterId: id };
  const cluster = await proof.people.dba.client.call(getCluster, { params });
  const { instances } = await proof.people.dba.client.call(getClusterLive, { params });
  const roleOf = new Map(cluster.instances.map((instance) => [instance.id, instance.role]));
  for (const seen of instances) {
    assert.ok(seen.reachable, JSON.stringify(seen));
    assert.equal(seen.readOnly, roleOf.get(seen.instanceId) === 'replica', JSON.stringify(seen));
    if (seen.readOnly) assert.deepEqual([seen.receiver, seen.applier], ['running', 'running']);
  }
  assert.equal(new Set(instances.map(({ gtidExecuted }) => gtidExecuted)).size, 1, JSON.stringify(instances));
  return id;
}

/** What must be as before a deploy that was taken back. */
async function worldBefore(proof: Proof) {
  const { items } = await proof.people.dba.client.call(listHosts, { query: {} });
  const rows = readRows(proof.storeFile);
  const live = (table: string) => (rows[table] ?? []).filter((row) => !row.includes('"state":"decommissioned"'));
  // The platform's own authority comes with the first certificate and stays: it is of no cluster.
  const own = new Set((rows.certificate_authority ?? []).map((row) => JSON.parse(row).secret_id));
  const secrets = (rows.secret ?? []).map((row) => JSON.parse(row).id).filter((id) => !own.has(id));
  return {
    pool: items.map((host) => [host.name, host.poolState, host.instances]),
    clusters: live('cluster'),
    instances: live('instance'),
    secrets,
    certificates: rows.certificate ?? [],
    reservations: rows.host_reservation ?? [],
    locks: rows.resource_lock ?? [],
    waits: rows.task_wait ?? [],
    folders: await Promise.all(
      proof.hosts.map(async ({ machine }) =>
        (await listFolder(machine.folder, kept)).filter(
          (line) => !/^d \d+ m(\/(packages|instances|packages\/\.incoming))?$/.test(line),
        ),
      ),
    ),
    programs: proof.hosts.map(({ machine }) => listPrograms(machine)),
  };
}

async function cancelAndUndo(proof: Proof, port: number, stepId: string): Promise<boolean> {
  const before = await worldBefore(proof);
  const taskId = await begin(proof, 'resource.new-cluster', deployForm(proof, { name: 'undone', port }));
  const { task, met } = await cancelIn(proof, taskId, stepId);
  await assertCancelled(proof, task, stepId);
  await decide(proof, taskId, 'undo');
  const undone = await untilRest(proof, taskId, 60);
  assert.equal(undone.state, 'undone', `${stepId}: ${tellTask(undone)}`);
  assert.deepEqual(await worldBefore(proof), before, stepId);
  return met;
}

const port = 26_000 + Math.floor(Math.random() * 450);

async function stepIds(proof: Proof): Promise<readonly string[]> {
  const { plan } = await preview(proof, 'resource.new-cluster', deployForm(proof, { port }));
  return plan.steps.map(({ id }) => id);
}

async function openFarProof(scratch: Parameters<typeof openProof>[0]): Promise<Proof> {
  const proof = await openProof(scratch, { hosts: 2 });
  for (const { way } of proof.hosts) way.delay = distanceMilliseconds;
  return proof;
}

/** Cancels in each of these steps and retries, until the deploy has ended right. Gives the steps met while they ran. */
async function cancelAndRetry(proof: Proof, steps: readonly string[]): Promise<readonly string[]> {
  const taskId = await begin(proof, 'resource.new-cluster', deployForm(proof, { port }));
  const met: string[] = [];
  for (const id of steps) {
    const seen = await seeTask(proof, taskId);
    if (stepOf(seen, id)?.state === 'done') continue; // it was quicker than the step cancelled before
    const { task, met: wasMet } = await cancelIn(proof, taskId, id);
    if (task.state === 'done') break;
    if (wasMet) met.push(id);
    await assertCancelled(proof, task, id);
    await decide(proof, taskId, 'retry');
  }
  const ended = await untilRest(proof, taskId);
  assert.equal(ended.state, 'done', tellTask(ended));
  assert.equal((await refusalOf(decide(proof, taskId, 'cancel'))).code, 'TASK_ENDED');
  return met;
}

test('a deploy cancelled and undone leaves the old world; cancelled and retried it ends right', (t) =>
  inLab(t, async (scratch) => {
    const proof = await openFarProof(scratch);
    const ids = await stepIds(proof);
    const unpack = ids.find((id) => /unpack-package/.test(id)) ?? '';
    assert.ok(await cancelAndUndo(proof, port, unpack), 'the step was too short to be met');
    const met = await cancelAndRetry(
      proof,
      ids.filter((id) => /initialise:lab-1|attach-replica/.test(id)),
    );
    t.diagnostic(`cancel and retry: met while running: ${met.join(' ')}`);
    assert.ok(met.length > 0);
    await assertDeployed(proof, 'orders');
  }));

test('a deploy cancelled in every step resumes each time and ends right; so does a stop', { skip: long }, (t) =>
  inLab(t, async (scratch) => {
    const proof = await openFarProof(scratch);
    const ids = await stepIds(proof);
    const met = await cancelAndRetry(proof, ids);
    t.diagnostic(`cancel and retry: ${met.length} of ${ids.length} met while running: ${met.join(' ')}`);
    assert.ok(met.length >= 8);
    const clusterId = await assertDeployed(proof, 'orders');

    const stopping = await begin(proof, 'service.stop', { clusterId });
    const firstStop = (task: TaskView) => task.steps.find(({ step }) => step === 'instances.stop-server');
    await untilTask(proof, stopping, (task) => firstStop(task)?.state !== 'pending');
    await decide(proof, stopping, 'cancel');
    await assertCancelled(proof, await untilRest(proof, stopping), 'stop');
    await decide(proof, stopping, 'retry');
    const stopped = await untilRest(proof, stopping);
    assert.equal(stopped.state, 'done', tellTask(stopped));
    for (const { machine } of proof.hosts) assert.deepEqual(listPrograms(machine), []);
  }),
);

test('a deploy cancelled in every step and undone leaves the old world each time', { skip: long }, (t) =>
  inLab(t, async (scratch) => {
    const proof = await openFarProof(scratch);
    const ids = await stepIds(proof);
    const met: string[] = [];
    for (const id of ids) {
      // A package that lies there already is not shipped again: taken away, these steps have work.
      if (/ship-package|unpack-package/.test(id))
        for (const { machine } of proof.hosts)
          await rm(join(machine.folder, 'm', 'packages'), { recursive: true, force: true });
      if (await cancelAndUndo(proof, port, id)) met.push(id);
    }
    t.diagnostic(`cancel and undo: ${met.length} of ${ids.length} met while running: ${met.join(' ')}`);
    assert.ok(met.length >= 8);
  }),
);
