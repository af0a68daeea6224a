import type { JsonObject } from './json.ts';
import { runErrors, toStepError } from './run-errors.ts';
import type { Change } from './run-state.ts';
import { type AnyStep, type RetryPolicy, type StepError, StepFailure } from './step.ts';
import { BodyCut, type BodyRun, BodyStuck, checkResult, stepChange } from './step-body.ts';

/** Milliseconds before the try after the given number of failures: doubling, bounded. */
export const backOffMilliseconds = (policy: RetryPolicy, failures: number): number =>
  Math.min(policy.firstSeconds * 2 ** (failures - 1), policy.maxSeconds) * 1000;

export function doneChange<Tx>(run: BodyRun<Tx>, result: JsonObject): Change {
  const at = run.clock.now();
  return stepChange(
    run,
    {
      state: 'done',
      result: checkResult(result),
      endedAt: at,
      wakeAt: undefined,
      error: undefined,
      deadlineAt: undefined,
    },
    { endedAt: at, outcome: 'done' },
  );
}

export function undoneChange<Tx>(run: BodyRun<Tx>): Change {
  const at = run.clock.now();
  return stepChange(
    run,
    {
      state: 'undone',
      touched: false,
      result: undefined,
      handle: undefined,
      endedAt: at,
      wakeAt: undefined,
      error: undefined,
      deadlineAt: undefined,
    },
    { endedAt: at, outcome: 'undone' },
  );
}

/** A detached job that vanished is started again this often even where the step asks for no retry. */
const restartsOfVanished = 2;

const triesOf = (step: AnyStep, error: StepError): number =>
  error.code === 'JOB_GONE' ? Math.max(step.retry.times, restartsOfVanished) : step.retry.times;

/** A known end without success: wait and try again, or leave it to a person. */
export function failureChange<Tx>(run: BodyRun<Tx>, error: StepError, direction: 'forward' | 'undo'): Change {
  const at = run.clock.now();
  const step = run.step();
  const failures = step.failures + 1;
  const again = error.retryable && failures <= triesOf(run.definition, error);
  const settled = { failures, round: step.round + 1, handle: undefined, deadlineAt: undefined, error };
  return stepChange(
    run,
    again
      ? {
          ...settled,
          state: direction === 'forward' ? 'waiting' : 'undoing',
          wakeAt: at + backOffMilliseconds(run.definition.retry, failures),
        }
      : {
          ...settled,
          state: 'failed',
          wakeAt: undefined,
          endedAt: at,
          error: direction === 'undo' ? asUndoError(error) : error,
        },
    { endedAt: at, outcome: 'failed', error },
  );
}

const asUndoError = (error: StepError): StepError =>
  error.code === 'NO_UNDO'
    ? error
    : {
        ...error,
        code: 'UNDO_FAILED',
        words: {
          en: `Undo failed (${error.code}): ${error.words.en}`,
          zh: `撤销失败（${error.code}）：${error.words.zh}`,
        },
      };

/** What the runner still has to know after a body that did not end well. */
export interface Unsettled {
  /** Settles when a body that ignored its signal really ends; until then the step is not started again. */
  readonly stuck?: Promise<void>;
}

/** Writes down what a thrown thing means for the step. A shutdown writes nothing: the row stays and is picked up again. */
export async function settleThrown<Tx>(
  run: BodyRun<Tx>,
  thrown: unknown,
  direction: 'forward' | 'undo',
): Promise<Unsettled> {
  if (thrown instanceof BodyCut) {
    if (thrown.reason === 'shutdown') return {};
    const at = run.clock.now();
    await run.write(
      stepChange(
        run,
        {
          state: 'cancelled',
          round: run.step().round + 1,
          handle: undefined,
          wakeAt: undefined,
          deadlineAt: undefined,
          endedAt: at,
        },
        { endedAt: at, outcome: 'cancelled' },
      ),
    );
    return {};
  }
  if (thrown instanceof BodyStuck) {
    if (run.cut.aborted && run.cut.reason === 'shutdown') return { stuck: thrown.ended };
    await run.write(failureChange(run, runErrors.didNotEnd(run.graceSeconds), direction));
    return { stuck: thrown.ended };
  }
  await run.write(failureChange(run, toStepError(thrown), direction));
  return {};
}

export const failWith = (error: StepError): never => {
  throw new StepFailure(error);
};
