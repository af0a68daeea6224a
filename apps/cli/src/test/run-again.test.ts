import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWaveringFiles } from './run-again.ts';
import type { FileTallies } from './run-files.ts';
import { nothing, type Tally } from './tally.ts';

const good: Tally = { ...nothing, passed: 2 };
const bad: Tally = { ...nothing, passed: 1, failed: 1, faults: ['x: too late'] };

/** Runs files as told, try by try; keeps what was asked. */
async function runTold(...tries: readonly FileTallies[]) {
  const asked: string[][] = [];
  const files = [...(tries[0]?.keys() ?? [])];
  const tally = await runWaveringFiles('/', files, 2, new AbortController().signal, async (chosen) => {
    asked.push([...chosen]);
    return tries[asked.length - 1] ?? new Map();
  });
  return { tally, asked };
}

test('what is right the second time has passed, and is named with its first fault', async () => {
  const { tally, asked } = await runTold(
    new Map([
      ['/e2e/a', good],
      ['/e2e/b', bad],
    ]),
    new Map([['/e2e/b', good]]),
  );
  assert.deepEqual(asked, [['/e2e/a', '/e2e/b'], ['/e2e/b']]);
  assert.deepEqual([tally.passed, tally.failed, tally.wavered], [4, 0, ['x: too late']]);
});

test('what fails twice has failed; what did not run the second time as well', async () => {
  const twice = await runTold(new Map([['/e2e/b', bad]]), new Map([['/e2e/b', bad]]));
  assert.deepEqual([twice.tally.passed, twice.tally.failed, twice.tally.wavered], [1, 1, []]);
  assert.equal((await runTold(new Map([['/e2e/b', bad]]), new Map())).tally.failed, 1);
});

test('no second try for many, for crashes and proofs, and where nothing failed', async () => {
  const many = ['a', 'b', 'c', 'd'].map((name) => [`/e2e/${name}`, bad] as const);
  for (const told of [
    many,
    [['/src/crash/a', bad]],
    [['/src/proofs/a', bad]],
    [['/e2e/a', good]],
    [['', bad]],
  ] as const) {
    const { tally, asked } = await runTold(new Map(told));
    assert.equal(asked.length, 1);
    assert.equal(tally.failed > 0, told[0]?.[1] === bad);
  }
});
