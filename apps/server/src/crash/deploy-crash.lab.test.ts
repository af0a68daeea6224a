import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listClusters } from '@myriad/contract';
import { inLab, type Scratch } from '@myriad/lab';
import { assertEngine, assertMadeOnce, assertOnce, assertRuns, assertStopped, assertTask } from './assert-agreement.ts';
import { type Deaths, openRig, type Rig } from './crash-rig.ts';

const long = process.env.MYRIAD_LONG === '1' ? {} : { skip: 'long: set MYRIAD_LONG=1' };
type Flavor = 'mysql' | 'mariadb';

async function deploy(rig: Rig, flavor: Flavor, deaths: Deaths) {
  const run = await rig.run(
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
  await assertTask(rig, run);
  await assertEngine(rig, run);
  assertOnce(run);
  await assertRuns(rig, run);
  // In the middle of its work a step may have begun what it has to begin again.
  if (!deaths.afterMilliseconds) assertMadeOnce(rig, run, flavor);
  return run;
}

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every moment of the journal's steps is among the deaths: none was missed. */
function assertEverywhere({ deaths, journal }: Awaited<ReturnType<typeof deploy>>): void {
  const died = new Set(deaths.map((line) => line.split('/').slice(1).join('/')));
  for (const { step_id } of journal.steps)
    for (const what of ['begin', 'effect'])
      assert.ok(died.has(`${what}:${step_id}`), `nobody died at ${what}:${step_id}`);
}

const inRig =
  (flavor: Flavor, count: number, body: (rig: Rig, scratch: Scratch) => Promise<void>) =>
  async (context: Parameters<typeof inLab>[0]) =>
    inLab(context, async (scratch) => {
      const began = Date.now();
      const say = (line: string) =>
        process.stderr.write(`${((Date.now() - began) / 1000).toFixed(1)} s ${flavor} ${line}\n`);
      await body(scratch.use(await openRig(scratch.folder, { flavor, count, say })), scratch);
    });

test('the server dies between effect and record of a deploy: one cluster comes of it, nothing is made twice', (context) =>
  inRig('mysql', 2, async (rig) => {
    const only = [
      'started:instances.initialise',
      'effect:instances.initialise',
      'effect:instances.start-server',
    ].concat('effect:instances.make-accounts', 'effect:instances.register-cluster');
    const { deaths } = await deploy(rig, 'mysql', { victim: 'server', only });
    assert.equal(deaths.length, only.length);
  })(context));

for (const flavor of ['mysql', 'mariadb'] as const) {
  for (const [victim, whileDead, what] of [
    ['server', undefined, 'the server is killed'],
    ['engine', undefined, 'the engine is killed'],
    ['both', undefined, 'server and engine are killed'],
    ['folder', undefined, 'the engine’s folder is deleted'],
    ['server', 'folder goes', 'the server is killed and the engine’s folder deleted'],
  ] as const)
    test(
      `${what} at each step of one ${flavor} deploy in turn: it ends right, nothing is made twice`,
      long,
      (context) =>
        inRig(flavor, 3, async (rig) => {
          const run = await deploy(rig, flavor, { victim, ...(whileDead ? { whileDead } : {}) });
          assertEverywhere(run);
          context.diagnostic(`${run.deaths.length} deaths, ${run.cut.size} attempts cut`);
        })(context),
    );

  test(
    `the server is killed at any time during one ${flavor} deploy, again and again: it ends right`,
    long,
    (context) =>
      inRig(flavor, 3, async (rig) => {
        const seed = Number(process.env.MYRIAD_TEST_SEED ?? Date.now() % 100_000);
        const random = randomFrom(seed);
        const afterMilliseconds = Array.from({ length: 25 }, () => Math.round(300 + random() * 9_000));
        process.stderr.write(`MYRIAD_TEST_SEED=${seed}\n`);
        const { deaths, cut } = await deploy(rig, flavor, { victim: 'server', only: [], afterMilliseconds });
        context.diagnostic(`${deaths.length} deaths, ${cut.size} attempts cut`);
      })(context),
  );

  test(
    `the server is killed at each step of stopping, starting and decommissioning a ${flavor} cluster in turn`,
    long,
    (context) =>
      inRig(flavor, 3, async (rig) => {
        await deploy(rig, flavor, { victim: 'server', only: [] });
        const clusterId = (await rig.approver.call(listClusters, { query: {} })).items[0]?.id;
        for (const [kind, after] of [
          ['service.stop', 'stopped'],
          ['service.start', 'running'],
          ['resource.decommission', 'decommissioned'],
        ] as const) {
          const run = await rig.run(kind, { clusterId }, { victim: 'server' });
          await assertTask(rig, run);
          assertOnce(run);
          assertEverywhere(run);
          if (after === 'running') await assertRuns(rig, run);
          else await assertStopped(rig, run, after);
          context.diagnostic(`${kind}: ${run.deaths.length} deaths, ${run.cut.size} attempts cut`);
        }
      })(context),
  );
}
