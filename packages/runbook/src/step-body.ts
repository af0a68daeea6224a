import { createHash } from 'node:crypto';
import type { EventRecorder } from './event-recorder.ts';
import type { JsonObject } from './json.ts';
import type { RunClock } from './run-clock.ts';
import { runErrors } from './run-errors.ts';
import type { AttemptPatch, Change, RunStep, RunTask, StepPatch } from './run-state.ts';
import type { RunStore } from './run-store.ts';
import { type AnyStep, type StepContext, StepFailure } from './step.ts';

/** `cancel`: a person's wish, the step is over. `shutdown`: this process ends, the row stays and is picked up again. */
export type CutReason = 'cancel' | 'shutdown';

/** The body was cut from outside and has ended. */
export class BodyCut extends Error {
  readonly reason: CutReason;
  constructor(reason: CutReason) {
    super(`the step was cut: ${reason}`);
    this.name = 'BodyCut';
    this.reason = reason;
  }
}

/** The body was told to end and did not; `ended` settles when it does. */
export class BodyStuck extends Error {
  readonly ended: Promise<void>;
  constructor(ended: Promise<void>) {
    super('the step did not end when told to');
    this.name = 'BodyStuck';
    this.ended = ended;
  }
}

/** Everything one run of a step body works with. */
export interface BodyRun<Tx> {
  readonly taskId: string;
  readonly stepId: string;
  readonly definition: AnyStep;
  /** As the journal has it now. */
  task(): RunTask;
  step(): RunStep;
  readonly store: RunStore<Tx>;
  write(change: Change): Promise<void>;
  /** One transaction: the work, and the change it returns. */
  record(work: (transaction: Tx) => Promise<Change>): Promise<void>;
  readonly recorder: EventRecorder;
  readonly clock: RunClock;
  readonly ports: object;
  /** Aborted with a CutReason. */
  readonly cut: AbortSignal;
  readonly graceSeconds: number;
  /** When the attempt began, in this process; and the way its latest call went, as told by `via`. */
  readonly way: { beganAt?: number; path?: string; hops?: NonNullable<AttemptPatch['hops']> };
}

/** The same for the same step of the same task, safe as a file name and as a part of a remote command. */
export const stepKey = (taskId: string, stepId: string): string =>
  `${taskId
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-')
    .slice(0, 40)}-${createHash('sha256').update(stepId).digest('hex').slice(0, 12)}`;

function contextFor<Tx>(run: BodyRun<Tx>, signal: AbortSignal): StepContext {
  const { attempt, round } = run.step();
  const key = stepKey(run.taskId, run.stepId);
  return {
    ...run.ports,
    taskId: run.taskId,
    stepId: run.stepId,
    attempt,
    key,
    jobKey: `${key}-${round}`,
    signal,
    say: (words, level = 'info') =>
      run.recorder.say({ at: run.clock.now(), type: 'log', stepId: run.stepId, level, words }),
    progress: (progress) => run.recorder.progress(run.stepId, progress),
    resultOf: (stepId) => run.task().steps.find((step) => step.call.id === stepId)?.result,
    via: (path, hops) => {
      run.way.path = path;
      run.way.hops = hops;
    },
  };
}

type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly thrown: unknown };

/**
 * Calls a body with a signal that fires at the time limit and at a cut, and really waits for its end afterwards.
 * A body that ends well after it was told to stop has ended well: what it did is in the world.
 */
export async function callBody<Tx, T>(
  run: BodyRun<Tx>,
  limitSeconds: number,
  call: (context: StepContext) => Promise<T>,
  patience: 'grace' | 'for ever' = 'grace',
): Promise<T> {
  const controller = new AbortController();
  let why: CutReason | 'limit' | undefined;
  const told = Promise.withResolvers<'told'>();
  const tell = (reason: CutReason | 'limit') => {
    if (why !== undefined) return;
    why = reason;
    controller.abort(new StepFailure(reason === 'limit' ? runErrors.timeLimit(limitSeconds) : runErrors.cancelled));
    told.resolve('told');
  };
  const onCut = () => tell(run.cut.reason === 'shutdown' ? 'shutdown' : 'cancel');
  if (run.cut.aborted) throw new BodyCut(run.cut.reason === 'shutdown' ? 'shutdown' : 'cancel');
  run.cut.addEventListener('abort', onCut, { once: true });
  const disarm = run.clock.after(limitSeconds * 1000, () => tell('limit'));
  try {
    const ended: Promise<Ended<T>> = (async () => call(contextFor(run, controller.signal)))().then(
      (value) => ({ ok: true, value }),
      (thrown: unknown) => ({ ok: false, thrown }),
    );
    const first = await Promise.race([ended, told.promise]);
    const last = first !== 'told' ? first : await (patience === 'grace' ? withGrace(run, ended) : ended);
    if (last.ok) return last.value;
    if (why === undefined) throw last.thrown;
    if (why === 'limit') throw new StepFailure(runErrors.timeLimit(limitSeconds));
    throw new BodyCut(why);
  } finally {
    disarm();
    run.cut.removeEventListener('abort', onCut);
  }
}

async function withGrace<Tx, T>(run: BodyRun<Tx>, ended: Promise<Ended<T>>): Promise<Ended<T>> {
  const over = Promise.withResolvers<'over'>();
  const disarm = run.clock.after(run.graceSeconds * 1000, () => over.resolve('over'));
  const last = await Promise.race([ended, over.promise]);
  disarm();
  if (last === 'over') throw new BodyStuck(ended.then(() => undefined));
  return last;
}

const maxResultBytes = 65536;

/** Refuses a result the journal could not give back as it was. */
export function checkResult(result: JsonObject): JsonObject {
  const text = JSON.stringify(result ?? {});
  const bytes = Buffer.byteLength(text);
  if (bytes > maxResultBytes) throw new StepFailure(runErrors.resultTooLarge(bytes));
  return JSON.parse(text) as JsonObject;
}

/** A step's patch with the event that tells of it, and its attempt's row. */
export function stepChange<Tx>(
  run: BodyRun<Tx>,
  patch: StepPatch,
  attempt: Omit<AttemptPatch, 'stepId' | 'attempt'>,
): Change {
  const { beganAt, path, hops } = run.way;
  return {
    steps: [{ id: run.stepId, patch: path === undefined ? patch : { ...patch, path } }],
    attempts: [
      {
        stepId: run.stepId,
        attempt: run.step().attempt,
        ...(beganAt === undefined ? {} : { startedAt: beganAt }),
        ...attempt,
        ...(path === undefined ? {} : { path }),
        ...(hops === undefined ? {} : { hops }),
      },
    ],
    events:
      patch.state === undefined || patch.state === run.step().state
        ? []
        : [
            {
              at: run.clock.now(),
              type: 'step',
              stepId: run.stepId,
              state: patch.state,
              ...(patch.error ? { level: 'error' as const, words: patch.error.words } : {}),
            },
          ],
  };
}

/** The row of an attempt that begins now, and that of the one before it where a dead process left that open. */
export function attemptsBegun<Tx>(run: BodyRun<Tx>, at: number, cut: boolean): readonly AttemptPatch[] {
  const { stepId } = run;
  const { attempt, startedAt } = run.step();
  // A journal written by an earlier version has no row of it yet; of a first attempt the step knows the beginning.
  const began = attempt === 1 && startedAt !== undefined ? { startedAt } : {};
  return [
    ...(cut ? [{ stepId, attempt, ...began, outcome: 'interrupted' as const }] : []),
    { stepId, attempt: attempt + 1, startedAt: at },
  ];
}
