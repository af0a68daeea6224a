import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { LabUnavailable } from '@myriad/lab';
import type { Flavor } from '@myriad/mysql';
import { createEvents } from '../../../platform/events/events.ts';
import { createLog } from '../../../platform/log/log.ts';
import { createFindings, findingMigrations } from '../../findings/index.ts';
import { startLabPlatform } from '../../instances/testing/lab-platform.ts';
import { selectClusterIds, selectNames } from '../../metadata/index.ts';
import { sweepMigrations } from '../../sweeps/index.ts';
import { standardFindings, standardMigrations, standardTasks, standardTicketKinds } from '../index.ts';
import { shipStandard } from '../ship-standard.ts';
import { setParametersStep } from '../steps/set-parameters.ts';
import { listOfCluster } from '../store/compliance.ts';

/** The lab of a test; where it cannot be had, the test is skipped by that reason. */
export type OpenLab = (context: TestContext) => StandardsLab | undefined;

/** A primary and its replica called `orders`, deployed by the platform, and what tests ask of them. @throws LabUnavailable */
export async function startStandardsLab(flavor: Flavor) {
  const log = createLog({ level: 'error', write: (line) => console.error(line) });
  const platform = await startLabPlatform({
    hosts: 2,
    later: {
      migrations: [...findingMigrations, ...sweepMigrations, ...standardMigrations],
      tasks: standardTasks,
      kinds: standardTicketKinds,
      ports: ({ db, clock }) => ({
        findings: createFindings({
          ...{ db, clock, events: createEvents(log), catalogue: standardFindings },
          things: { names: selectNames, clusterIdsOf: selectClusterIds },
        }),
      }),
    },
  });
  const { db, metadata, access } = platform;
  await shipStandard(platform.ports);
  const { id: packageId } = await platform.registerTree(flavor);
  const port = 22_000 + Math.floor(Math.random() * 300) * 2;
  const form = { name: 'orders', packageId, port, memoryMib: 384, environment: 'test', replicas: 1 };
  const deployed = await platform.run('resource.new-cluster', form);
  const errors = deployed.view.steps.filter(({ error }) => error).map(({ id, error }) => `${id}: ${error?.words.en}`);
  assert.equal(deployed.state, 'done', errors.join('\n'));
  const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';

  const root = async (instanceId: string, sql: string) => {
    await using session = await access.openInstance(instanceId, { as: 'root' });
    return await session.query(sql);
  };
  return {
    ...{ platform, clusterId, root },
    instances: async () => {
      const all = await metadata.listInstances(db, { clusterId });
      const [primary] = all.filter(({ role }) => role === 'primary');
      const [replica] = all.filter(({ role }) => role === 'replica');
      assert.ok(primary && replica);
      return { primary, replica };
    },
    global: async (instanceId: string, name: string) =>
      String((await root(instanceId, `select @@global.${name} as v`))[0]?.v),
    check: async () => {
      const plan = await platform.tasks.planTask('standards.check', { clusterIds: [clusterId] });
      assert.equal(await platform.ended(await platform.runPlan(plan)), 'done');
      return listOfCluster(db, clusterId);
    },
    openCodes: async () => {
      const open = db.selectFrom('finding').select(['code', 'about', 'entity_id']).where('closed_at', 'is', null);
      return (await open.execute()).map(({ code, about, entity_id }) => `${code} ${about} ${entity_id}`).sort();
    },
    planChange: async (form: unknown) => {
      const { taskKind, taskInput } = await platform.prepare('service.change-parameters', form);
      return platform.tasks.planTask(taskKind, taskInput);
    },
    /** The step as a task would call it, and what it is given besides its input. */
    step: (signal: AbortSignal = AbortSignal.timeout(60_000)) => {
      const { body } = setParametersStep.step;
      assert.ok('run' in body && body.undo && body.isDone);
      const context = { ...platform.ports, signal, via: () => {}, say: () => {}, progress: () => {} };
      const { run, undo, isDone } = body;
      return {
        run: (input: unknown) => run(context, input),
        undo: (input: unknown) => undo(context, input, undefined),
        isDone: (input: unknown) => isDone(context, input),
      };
    },
  };
}
export type StandardsLab = Awaited<ReturnType<typeof startStandardsLab>>;

/** Undefined with a reason where this machine cannot have such a lab. */
export async function tryStandardsLab(
  flavor: Flavor,
): Promise<{ readonly lab: StandardsLab } | { readonly missing: string }> {
  try {
    return { lab: await startStandardsLab(flavor) };
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    return { missing: error.message };
  }
}
