import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listClusters } from '@myriad/contract';
import { assertOnce, assertRuns, assertStopped, assertTask } from './assert-agreement.ts';
import type { Run } from './crash-rig.ts';
import { assertEverywhere, deploy, inRig, long } from './deploy-crashes.ts';

/** What is asked of a cluster in turn, what it is afterwards, and how many of its seats have another server process then. */
const requests = [
  { kind: 'service.restart', whole: true, after: 'running', anew: 3 },
  { kind: 'service.restart', whole: false, after: 'running', anew: 1 },
  { kind: 'service.stop', whole: true, after: 'stopped', anew: 0 },
  { kind: 'service.start', whole: true, after: 'running', anew: 0 },
  { kind: 'resource.decommission', whole: true, after: 'decommissioned', anew: 0 },
] as const;

const seatsWithTwo = ({ marks }: Run) =>
  [...marks].filter(([mark, values]) => mark.endsWith('/server') && values.filter(Boolean).length === 2).length;

for (const flavor of ['mysql', 'mariadb'] as const)
  test(
    `the server is killed at each step of restarting, stopping, starting and decommissioning a ${flavor} cluster in turn`,
    long,
    (context) =>
      inRig(flavor, 3, async (rig) => {
        const { journal } = await deploy(rig, flavor, { victim: 'server', only: [] });
        const clusterId = (await rig.approver.call(listClusters, { query: {} })).items[0]?.id;
        const instanceId = journal.seats.find(({ role }) => role === 'replica')?.id;
        for (const { kind, whole, after, anew } of requests) {
          const run = await rig.run(kind, whole ? { clusterId } : { instanceId }, { victim: 'server' });
          await assertTask(rig, run);
          assertOnce(run, anew === 0 ? 1 : 2);
          assert.equal(seatsWithTwo(run), anew);
          assertEverywhere(run);
          if (after === 'running') await assertRuns(rig, run);
          else await assertStopped(rig, run, after);
          const of = whole ? 'cluster' : 'replica';
          context.diagnostic(`${kind} of a ${of}: ${run.deaths.length} deaths, ${run.cut.size} attempts cut`);
        }
      })(context),
  );
