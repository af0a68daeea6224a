import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { getCluster, getClusterLive, listClusters, listHosts, ProblemAnswer, type TaskView } from '@myriad/contract';
import { inLab, waitUntil } from '@myriad/lab';
import { openProof, type Proof } from './testing/open-proof.ts';
import {
  approve,
  begin,
  decide,
  deployForm,
  preview,
  refusalOf,
  seeTask,
  submit,
  tellTask,
  untilRest,
  untilTask,
} from './testing/tickets.ts';
import { listFolder, listPrograms, readRows } from './testing/worlds.ts';

const long = process.env.MYRIAD_LONG ? false : 'long: set MYRIAD_LONG=1 to cancel and undo in every step of a deploy';

/** Each piece on its way to a host takes so long, so that a step over SSH lasts long enough to be met while it runs. */
const distanceMilliseconds = 25;

/** Kept on purpose after an undo: unpacked packages for the next instance, pushed scripts, records of ended jobs. */
const kept = /^\.myriad(\/|$)|^m\/packages\/[^/.][^/]*(\/|$)/;

/** Of each kind of work one, where there is no time for all: a copy, a job, a server's start, SQL, replication, a look. */
const oneOfEach = /(unpack-package|initialise):lab-1|start-server:lab-2|make-accounts|attach-replica|verify-cluster/;

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
  const idsOf = (table: string) => (rows[table] ?? []).map((row) => JSON.parse(row).id ?? row);
  return {
    pool: items.map((host) => [host.name, host.poolState, host.instances]),
    clusters: live('cluster'),
    instances: live('instance'),
    secrets: idsOf('secret'),
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

const tell = (t: TestContext, what: string, met: readonly string[]) =>
  t.diagnostic(`${what}: met while running in ${met.length}: ${met.join(' ')}`);

test('a deploy cancelled in one step after the other stands still, resumes each time, and ends right', (t) =>
  inLab(t, async (scratch) => {
    const proof = await openFarProof(scratch);
    const ids = await stepIds(proof);
    const ticket = await submit(proof, 'resource.new-cluster', deployForm(proof, { port }));
    const taskId = await approve(proof, ticket);
    const met: string[] = [];
    for (const id of ids.filter((each) => !long || oneOfEach.test(each))) {
      const seen = await seeTask(proof, taskId);
      if (seen.state === 'done') break;
      if (stepOf(seen, id)?.state === 'done') continue;
      const began = performance.now();
      const { task, met: wasMet } = await cancelIn(proof, taskId, id);
      t.diagnostic(`${id}: cancelled ${Math.round(performance.now() - began)} ms after the retry before`);
      if (task.state === 'done') break;
      if (wasMet) met.push(id);
      await assertCancelled(proof, task, id);
      await decide(proof, taskId, 'retry');
    }
    tell(t, 'cancel and retry', met);
    assert.ok(met.length >= 4, `only ${met.length} of ${ids.length} steps were met while they ran`);
    const ended = await untilRest(proof, taskId);
    assert.equal(ended.state, 'done', tellTask(ended));
    const clusterId = await assertDeployed(proof, 'orders');
    assert.equal((await refusalOf(decide(proof, taskId, 'cancel'))).code, 'TASK_ENDED');

    await t.test('a stop cancelled in its middle leaves a stated state, and resumes', async () => {
      const stopping = await begin(proof, 'service.stop', { clusterId });
      const stopStep = (task: TaskView) => task.steps.find((step) => step.step === 'instances.stop-server');
      await untilTask(proof, stopping, (task) => stopStep(task)?.state !== 'pending');
      await decide(proof, stopping, 'cancel');
      const paused = await untilRest(proof, stopping);
      if (paused.state === 'done') return t.diagnostic('the stop was over before the cancel');
      await assertCancelled(proof, paused, 'stop');
      await decide(proof, stopping, 'retry');
      const stopped = await untilRest(proof, stopping);
      assert.equal(stopped.state, 'done', tellTask(stopped));
      assert.deepEqual(
        proof.hosts.map(({ machine }) => listPrograms(machine)),
        [[], []],
      );
    });
  }));

test('a deploy cancelled in the middle and undone leaves the old world, and the same deploy then succeeds', (t) =>
  inLab(t, async (scratch) => {
    const proof = await openFarProof(scratch);
    const ids = await stepIds(proof);
    const wanted = ids.filter((id) => /unpack-package|attach-replica/.test(id)).filter((_, at) => at !== 1);
    const met: string[] = [];
    for (const id of wanted) if (await cancelAndUndo(proof, port, id)) met.push(id);
    tell(t, 'cancel and undo', met);
    assert.deepEqual(met, wanted);
    const taskId = await begin(proof, 'resource.new-cluster', deployForm(proof, { name: 'undone', port }));
    const ended = await untilRest(proof, taskId);
    assert.equal(ended.state, 'done', tellTask(ended));
    await assertDeployed(proof, 'undone');
  }));

test('a deploy cancelled in every step and undone leaves the old world each time', { skip: long }, (t) =>
  inLab(t, async (scratch) => {
    const proof = await openFarProof(scratch);
    const met: string[] = [];
    for (const id of await stepIds(proof)) {
      // A package that lies there already is not shipped again: take it away, so that these steps have work.
      if (/ship-package|unpack-package/.test(id))
        for (const { machine } of proof.hosts)
          if (readdirSync(machine.folder).includes('m'))
            await rm(join(machine.folder, 'm', 'packages'), { recursive: true, force: true });
      if (await cancelAndUndo(proof, port, id)) met.push(id);
    }
    tell(t, 'cancel and undo', met);
  }),
);
