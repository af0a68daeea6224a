import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildMoves, decideChildren, type FanOut } from './decide-children.ts';
import type { RunState } from './run-state.ts';

const targets = ['a', 'b', 'c', 'd'];
/** `a:done` or `a:failed@1`: target, state, round. */
const tries = (...texts: string[]) =>
  texts.map((text) => {
    const [target = '', rest = ''] = text.split(':');
    const [state, round] = rest.split('@');
    return { target, state: state as RunState, round: Number(round ?? 0) };
  });

const cases: readonly [string, Partial<FanOut>, string[], number, Partial<ChildMoves>][] = [
  ['all at once by default', {}, [], 0, { begin: targets, state: 'running' }],
  ['at most so many at once', { atOnce: 2 }, ['a:running'], 0, { begin: ['b'] }],
  ['the first wave', { waveSize: 2 }, [], 0, { begin: ['a', 'b'] }],
  ['a wave waits for the one before', { waveSize: 2 }, ['a:done', 'b:running'], 0, { begin: [] }],
  ['the next wave', { waveSize: 2 }, ['a:done', 'b:done'], 0, { begin: ['c', 'd'] }],
  ['a failure within the limit', { waveSize: 2, maxFailures: 1 }, ['a:failed', 'b:done'], 0, { begin: ['c', 'd'] }],
  ['one failure too many', { waveSize: 2 }, ['a:failed', 'b:done'], 0, { begin: [], state: 'failed', failed: ['a'] }],
  [
    'the limit counts over all waves',
    { waveSize: 2, maxFailures: 1 },
    ['a:failed', 'b:done', 'c:failed', 'd:running'],
    0,
    { begin: [], state: 'running', stopped: true },
  ],
  [
    'a wave with more failures than it may have is the last one',
    { waveSize: 2, maxFailures: 9, maxFailuresPerWave: 1 },
    ['a:failed', 'b:failed'],
    0,
    { begin: [], state: 'failed', stopped: true, notBegun: 2 },
  ],
  [
    'within a wave nothing more begins past its limit',
    { waveSize: 4, atOnce: 1, maxFailures: 9, maxFailuresPerWave: 0 },
    ['a:failed'],
    0,
    { begin: [], state: 'failed', stopped: true, notBegun: 3 },
  ],
  [
    'failures of one wave do not count in the next',
    { waveSize: 2, maxFailures: 2, maxFailuresPerWave: 1 },
    ['a:failed', 'b:done', 'c:failed', 'd:done'],
    0,
    { begin: [], state: 'failed', stopped: false, failed: ['a', 'c'] },
  ],
  [
    'a retry forgets the failures before it and takes up only them',
    { waveSize: 2, maxFailures: 0, maxFailuresPerWave: 0 },
    ['a:failed', 'b:done'],
    1,
    { begin: ['a'], stopped: false },
  ],
  ['what runs is waited for', { waveSize: 2 }, ['a:failed', 'b:running'], 0, { begin: [], state: 'running' }],
  ['a paused child holds back the rest', { atOnce: 1 }, ['a:paused'], 0, { begin: [], state: 'running' }],
  ['only what failed is tried again', {}, ['a:failed', 'b:done', 'c:done', 'd:done'], 1, { begin: ['a'] }],
  ['the end', {}, ['a:failed', 'a:done@1', 'b:done', 'c:done', 'd:done'], 1, { begin: [], state: 'done', done: 4 }],
  [
    'failures within the limit still are no success',
    { maxFailures: 4 },
    ['a:failed', 'b:done', 'c:done', 'd:done'],
    0,
    { state: 'failed', failed: ['a'] },
  ],
];

for (const [name, fanOut, made, round, expected] of cases)
  test(`children: ${name}`, () => {
    const moves = decideChildren({ targets, maxFailures: 0, ...fanOut }, tries(...made), round);
    assert.deepEqual({ ...moves, ...expected }, moves);
  });
