import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { inLab, type Scratch } from '@myriad/lab';
import { assertEngine, assertMadeOnce, assertOnce, assertRuns, assertTask } from './assert-agreement.ts';
import { type Deaths, openRig, type Rig, type Run } from './crash-rig.ts';

export const long = process.env.MYRIAD_LONG === '1' ? {} : { skip: 'long: set MYRIAD_LONG=1' };
export type Flavor = 'mysql' | 'mariadb';

/** A cluster of all hosts of the rig, asked for and approved. */
export const askForCluster = (rig: Rig, deaths: Deaths): Promise<Run> =>
  rig.run(
    'resource.new-cluster',
    {
      name: 'orders',
      packageId: rig.packageId,
      topology: rig.hosts.length === 1 ? 'single' : 'primary-replica',
      ...(rig.hosts.length === 1 ? {} : { replicas: rig.hosts.length - 1 }),
      hostIds: rig.hosts,
      port: 25_750 + Math.floor(Math.random() * 200),
      memoryMib: 512,
      environment: 'test',
    },
    deaths,
  );

/** A deploy through these deaths: it ends right, its cluster runs as recorded, nothing was made twice. */
export async function deploy(rig: Rig, flavor: Flavor, deaths: Deaths): Promise<Run> {
  const run = await askForCluster(rig, deaths);
  await assertTask(rig, run);
  await assertEngine(rig, run);
  assertOnce(run);
  await assertRuns(rig, run);
  // In the middle of its work a step may have begun what it has to begin again.
  if (!deaths.afterMilliseconds) assertMadeOnce(rig, run, flavor);
  return run;
}

/** Every moment of the journal's steps is among the deaths: none was missed. */
export function assertEverywhere({ deaths, journal }: Run): void {
  const died = new Set(deaths.map((line) => line.split('/').slice(1).join('/')));
  for (const { step_id } of journal.steps)
    for (const what of ['begin', 'effect'])
      assert.ok(died.has(`${what}:${step_id}`), `nobody died at ${what}:${step_id}`);
}

/** A test's body with the product on lab hosts of its own; deaths are told on stderr while it runs. */
export const inRig =
  (flavor: Flavor, count: number, body: (rig: Rig, scratch: Scratch) => Promise<void>) =>
  async (context: TestContext) =>
    inLab(context, async (scratch) => {
      const began = Date.now();
      const say = (line: string) =>
        process.stderr.write(`${((Date.now() - began) / 1000).toFixed(1)} s ${flavor} ${line}\n`);
      await body(scratch.use(await openRig(scratch.folder, { flavor, count, say })), scratch);
    });
