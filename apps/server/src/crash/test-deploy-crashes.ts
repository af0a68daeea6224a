import { test } from 'node:test';
import { assertEverywhere, deploy, type Flavor, inRig, long } from './deploy-crashes.ts';

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

/** A deploy of three servers, whoever dies and whenever. */
export function testDeployCrashes(flavor: Flavor): void {
  for (const [victim, whileDead, what] of [
    ['server', undefined, 'the server is killed'],
    ['engine', undefined, 'the engine is killed'],
    ['both', undefined, 'server and engine are killed'],
    ['folder', undefined, 'the engine’s folder is deleted'],
    ['server', 'folder goes', 'the server is killed and the engine’s folder deleted'],
  ] as const)
    void test(
      `${what} at each step of one ${flavor} deploy in turn: it ends right, nothing is made twice`,
      long,
      (context) =>
        inRig(flavor, 3, async (rig) => {
          const run = await deploy(rig, flavor, { victim, ...(whileDead ? { whileDead } : {}) });
          assertEverywhere(run);
          context.diagnostic(`${run.deaths.length} deaths, ${run.cut.size} attempts cut`);
        })(context),
    );

  void test(
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
}
