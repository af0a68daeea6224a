import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunState } from '@myriad/runbook';
import { type ChildMoves, decideChildren, type FanOut } from './decide-children.ts';

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
