import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { getTask, listHosts } from '@myriad/contract';
import { waitUntil } from '@myriad/lab';
import { listFolder, listPrograms, readRows } from '../proofs/testing/worlds.ts';
import type { Rig, Run } from './crash-rig.ts';
import { askForCluster, inRig, long } from './deploy-crashes.ts';

/** Kept on purpose after an undo: unpacked packages, pushed scripts, records of ended jobs; and folders on the way there. */
const kept = /^\.myriad(\/|$)|^m\/packages\/(?!.*\.partial)[^/.][^/]*(\/|$)/;
const onTheWay = /^d \d+ m(\/(packages|instances|packages\/\.incoming))?$/;

/** What must be as before a deploy that was taken back. */
async function worldOf({ approver, lab, store }: Rig) {
  const { items } = await approver.call(listHosts, { query: {} });
  const rows = readRows(store);
  const live = (table: string) => (rows[table] ?? []).filter((row) => !row.includes('"state":"decommissioned"'));
  // The platform's own authority comes with the first certificate and stays: it is of no cluster.
  const own = new Set((rows.certificate_authority ?? []).map((row) => JSON.parse(row).secret_id));
  const folders = lab.hosts.map(async ({ folder }) =>
    (await listFolder(folder, kept)).filter((each) => !onTheWay.test(each)),
  );
  return {
    pool: items.map(({ name, poolState, instances }) => [name, poolState, instances]),
    clusters: live('cluster'),
    instances: live('instance'),
    secrets: (rows.secret ?? []).map((row) => JSON.parse(row).id).filter((id) => !own.has(id)),
    certificates: rows.certificate ?? [],
    reservations: rows.host_reservation ?? [],
    locks: rows.resource_lock ?? [],
    folders: await Promise.all(folders),
    programs: lab.hosts.map(listPrograms),
  };
}

/** Each step that was there to be taken back was killed at the beginning and at the end of its undo. */
function assertEverywhere({ deaths, journal }: Run): readonly string[] {
  const died = new Set(deaths.map((line) => line.split('/').slice(1).join('/')));
  const undone = journal.steps.filter(({ state }) => state === 'undone').map(({ step_id }) => step_id);
  for (const id of undone)
    for (const what of ['undo-begin', 'undo-effect'])
      assert.ok(died.has(`${what}:${id}`), `nobody died at ${what}:${id}`);
  assert.ok(died.has('task-end') && died.has('task-ended'));
  return undone;
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(
    `the server is killed at each step of taking back a ${flavor} deploy in turn: the old world is back`,
    long,
    (context) =>
      inRig(flavor, 3, async (rig, { folder }) => {
        const before = await worldOf(rig);
        const back = { stepId: 'instances.verify-cluster', releaseFile: join(folder, 'released') };
        const only = ['undo-begin', 'undo-effect', 'task-end', 'task-ended'];
        const run = await askForCluster(rig, { victim: 'server', only, back });
        const { taskId } = run.journal;
        const task = await rig.approver.call(getTask, { params: { taskId } });
        assert.equal(task.state, 'undone', JSON.stringify(task.error));
        assert.equal(run.ticket.state, 'cancelled');
        const undone = assertEverywhere(run);
        assert.ok(undone.length >= 3 * 5, undone.join(' '));
        // A watcher ends a moment after the server it watched.
        await waitUntil(() => rig.lab.hosts.every((host) => listPrograms(host).length === 0), 5_000);
        assert.deepEqual(await worldOf(rig), before);
        context.diagnostic(`${run.deaths.length} deaths, ${undone.length} steps taken back`);
      })(context),
  );
