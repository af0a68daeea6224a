import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideForward, decideUndo, type StepTraits } from './decide.ts';
import { mayRequest, type RequestRefusal } from './decide-request.ts';
import type { RequestKind, RunState, RunStep, RunTask } from './run-state.ts';
import type { Effect } from './step.ts';

/** `a` · `b<a` waits for a · `c<a,b` · then the state, and what else matters. */
function step(text: string, state: RunStep['state'], more: Partial<RunStep> = {}): RunStep {
  const [id = '', after] = text.split('<');
  return {
    call: { id, step: id, input: {}, after: after ? after.split(',') : [] },
    state,
    attempt: state === 'pending' ? 0 : 1,
    round: 0,
    failures: 0,
    touched: state !== 'pending' && state !== 'undone',
    ...more,
  };
}

const now = 1000;
const noOne: ReadonlySet<string> = new Set();

const forward: readonly [string, RunStep[], { atOnce?: number; live?: string[] }, object][] = [
  ['an empty plan is finished', [], {}, { start: [], rest: 'finished' }],
  [
    'roots start side by side, the rest waits',
    [step('a', 'pending'), step('b', 'pending'), step('c<a,b', 'pending')],
    {},
    { start: ['a', 'b'], rest: 'busy' },
  ],
  [
    'the bound holds new steps back',
    [step('a', 'running'), step('b', 'pending'), step('c', 'pending')],
    { atOnce: 2, live: ['a'] },
    { start: ['b'], rest: 'busy' },
  ],
  [
    'a skipped step counts as passed',
    [step('a', 'skipped'), step('b<a', 'pending')],
    {},
    { start: ['b'], rest: 'busy' },
  ],
  [
    'a row that says running without a body is taken up again',
    [step('a', 'running')],
    {},
    { start: ['a'], rest: 'busy' },
  ],
  ['a body that runs here is left alone', [step('a', 'running')], { live: ['a'] }, { start: [], rest: 'busy' }],
  [
    'detached work is looked at at its time',
    [step('a', 'running', { wakeAt: 1500, handle: {} })],
    {},
    { start: [], wakeAt: 1500, rest: 'busy' },
  ],
  [
    'the earliest of several waits wakes',
    [step('a', 'waiting', { wakeAt: 3000 }), step('b', 'running', { wakeAt: 2000, handle: {} })],
    {},
    { start: [], wakeAt: 2000, rest: 'busy' },
  ],
  ['a retry whose time has come starts', [step('a', 'waiting', { wakeAt: 1000 })], {}, { start: ['a'], rest: 'busy' }],
  [
    'nothing that depends on a failed step starts, the rest goes on',
    [step('a', 'failed'), step('b<a', 'pending'), step('c', 'pending')],
    {},
    { start: ['c'], rest: 'busy' },
  ],
  [
    'a failed step leaves the plan stuck',
    [step('a', 'failed'), step('b<a', 'pending')],
    {},
    { start: [], rest: 'stuck' },
  ],
  ['a cancelled step leaves the plan stuck', [step('a', 'cancelled')], {}, { start: [], rest: 'stuck' }],
  ['all done or skipped is the end', [step('a', 'done'), step('b', 'skipped')], {}, { start: [], rest: 'finished' }],
];

for (const [name, steps, { atOnce, live }, expected] of forward)
  test(`forward: ${name}`, () => {
    assert.deepEqual(decideForward({ steps, atOnce, live: live ? new Set(live) : noOne, now }), expected);
  });

const traitsBy =
  (effects: Readonly<Record<string, Effect>>, withoutUndo: readonly string[]) =>
  ({ call }: RunStep): StepTraits => ({
    effect: effects[call.id] ?? 'reversible',
    undoable: !withoutUndo.includes(call.id),
    skippable: call.id === 'skippable',
  });

const backward: readonly [string, RunStep[], { effects?: Record<string, Effect>; withoutUndo?: string[] }, object][] = [
  ['nothing that ran: nothing to do', [step('a', 'pending')], {}, { start: [], rest: 'finished' }],
  ['last first', [step('a', 'done'), step('b<a', 'done'), step('c<b', 'done')], {}, { start: ['c'], rest: 'busy' }],
  [
    'side by side what stood side by side',
    [step('a', 'done'), step('b<a', 'done'), step('c<a', 'done')],
    {},
    { start: ['b', 'c'], rest: 'busy' },
  ],
  [
    'reading steps stand in nobody’s way',
    [step('a', 'done'), step('b<a', 'done')],
    { effects: { b: 'read' } },
    { start: ['a'], rest: 'busy' },
  ],
  [
    'what was there before is not touched',
    [step('a', 'done', { touched: false })],
    {},
    { start: [], rest: 'finished' },
  ],
  [
    'a step that failed half way is cleaned up too, though it was tried again and waits',
    [step('a', 'done'), step('b<a', 'pending', { touched: true })],
    {},
    { start: ['b'], rest: 'busy' },
  ],
  [
    'a step without undo stops everything before it, not what stands beside it',
    [step('a', 'done'), step('b<a', 'done'), step('c', 'done')],
    { withoutUndo: ['b'] },
    { start: ['c'], rest: 'busy' },
  ],
  [
    'stuck when only that is left',
    [step('a', 'done'), step('b<a', 'done')],
    { withoutUndo: ['b'] },
    { start: [], rest: 'stuck' },
  ],
  [
    'a failed step without undo is looked at first',
    [step('a', 'failed')],
    { withoutUndo: ['a'] },
    { start: ['a'], rest: 'busy' },
  ],
  [
    'an undo that failed is left to a person',
    [step('a', 'failed', { error: { code: 'UNDO_FAILED', words: { en: '', zh: '' }, retryable: true } })],
    {},
    { start: [], rest: 'stuck' },
  ],
  [
    'a record that wrote nothing needs no undo',
    [step('a', 'failed')],
    { effects: { a: 'record' } },
    { start: [], rest: 'finished' },
  ],
];

for (const [name, steps, { effects = {}, withoutUndo = [] }, expected] of backward)
  test(`undo: ${name}`, () => {
    assert.deepEqual(decideUndo({ steps, live: noOne, now }, traitsBy(effects, withoutUndo)), expected);
  });

const task = (state: RunState, steps: readonly RunStep[]): RunTask => ({
  id: 't',
  kind: 'k',
  input: {},
  planHash: '',
  locks: [],
  state,
  createdAt: 0,
  startedAt: state === 'queued' ? undefined : 1,
  steps,
  requests: [],
});
const failed = [step('a', 'failed'), step('skippable', 'failed')];

const requests: readonly [RunState, readonly RunStep[], RequestKind, string | undefined, RequestRefusal | undefined][] =
  [
    ['done', [], 'retry', undefined, 'TASK_ENDED'],
    ['undone', [], 'cancel', undefined, 'TASK_ENDED'],
    ['queued', [], 'cancel', undefined, undefined],
    ['waiting', [], 'cancel', undefined, undefined],
    ['waiting', [], 'retry', undefined, 'TASK_NOT_PAUSED'],
    ['paused', failed, 'retry', undefined, undefined],
    ['paused', failed, 'retry', 'a', undefined],
    ['paused', [step('a', 'done')], 'retry', 'a', 'STEP_NOT_FAILED'],
    ['running', failed, 'retry', 'a', undefined],
    ['running', [step('a', 'running')], 'retry', undefined, 'TASK_NOTHING_FAILED'],
    ['paused', failed, 'skip', 'skippable', undefined],
    ['paused', failed, 'skip', 'a', 'STEP_NOT_SKIPPABLE'],
    ['paused', failed, 'skip', undefined, 'STEP_NOT_SKIPPABLE'],
    ['paused', [step('a', 'cancelled')], 'skip', undefined, 'TASK_NOTHING_FAILED'],
    ['paused', failed, 'undo', undefined, undefined],
    ['paused', [step('a', 'pending')], 'undo', undefined, 'TASK_NOTHING_TO_UNDO'],
    ['running', failed, 'undo', undefined, 'TASK_NOT_PAUSED'],
    ['undoing', failed, 'undo', undefined, 'TASK_ALREADY_UNDOING'],
    ['undoing', failed, 'cancel', undefined, undefined],
    ['running', failed, 'abort', undefined, 'TASK_NOT_PAUSED'],
    ['paused', failed, 'abort', undefined, undefined],
    ['paused', failed, 'cancel', undefined, 'TASK_NOT_RUNNING'],
  ];

for (const [state, steps, kind, stepId, expected] of requests)
  test(`${kind}${stepId ? ` of ${stepId}` : ''} while ${state}, steps ${steps.map((s) => s.state).join(', ') || 'none'}: ${expected ?? 'yes'}`, () => {
    assert.equal(mayRequest(task(state, steps), kind, stepId, traitsBy({}, [])), expected);
  });
