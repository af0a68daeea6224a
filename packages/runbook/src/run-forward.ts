import { doneChange, failWith, settleThrown, type Unsettled } from './end-step.ts';
import type { JsonObject } from './json.ts';
import { runErrors, toStepError } from './run-errors.ts';
import { type LongStep, type RecordStep, type ShortStep, StepFailure } from './step.ts';
import { attemptsBegun, BodyCut, type BodyRun, BodyStuck, callBody, stepChange } from './step-body.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: bodies as held in AnyStep, their types forgotten there; the input was parsed by the step's schema.
type Short = ShortStep<any, any, any>;
type Long = LongStep<any, any, any>;
type Record = RecordStep<any, any, any>;
// biome-ignore-end lint/suspicious/noExplicitAny: see above.

/** One call that only looks or starts; the work itself is bounded by the step's own limit. */
const callSeconds = 120;

/** Runs, resumes or looks at a step once, and writes down how it stands afterwards. Rejects only if the journal fails. */
export async function runForward<Tx>(run: BodyRun<Tx>): Promise<Unsettled> {
  const { body } = run.definition;
  const step = run.step();
  if (step.state === 'running' && step.handle !== undefined && 'look' in body) return lookOnce(run, body, step.handle);
  await begin(run);
  try {
    const input = parseInput(run);
    if ('record' in body) await runRecord(run, body, input);
    else if ('look' in body) await startDetached(run, body, input);
    else await runShort(run, body, input);
    return {};
  } catch (thrown) {
    if (thrown instanceof JournalFailed) throw thrown.cause;
    return settleThrown(run, thrown, 'forward');
  }
}

/** A write to the journal failed: not the step's fault, and nothing more can be written about it. */
class JournalFailed extends Error {}

const journaled = async (write: Promise<void>): Promise<void> => {
  try {
    await write;
  } catch (cause) {
    throw new JournalFailed('the journal could not be written', { cause });
  }
};

/** Every attempt's row is written as it begins, so that one which a dead process leaves behind tells when that was. */
function begin<Tx>(run: BodyRun<Tx>): Promise<void> {
  const at = run.clock.now();
  const { attempt, startedAt, deadlineAt, state } = run.step();
  const { body } = run.definition;
  const looksFirst = 'isDone' in body && body.isDone !== undefined;
  run.way.beganAt = at;
  return run.write({
    ...stepChange(
      run,
      {
        state: 'running',
        attempt: attempt + 1,
        startedAt: startedAt ?? at,
        endedAt: undefined,
        wakeAt: undefined,
        deadlineAt: deadlineAt ?? at + run.definition.limitSeconds * 1000,
        ...(looksFirst ? {} : { touched: true }),
      },
      {},
    ),
    attempts: attemptsBegun(run, at, state === 'running'),
  });
}

function parseInput<Tx>(run: BodyRun<Tx>): unknown {
  const parsed = run.definition.input.safeParse(run.step().call.input);
  return parsed.success ? parsed.data : failWith(runErrors.inputInvalid(parsed.error.message));
}

/** From here on the effect may be ours. */
async function touch<Tx>(run: BodyRun<Tx>): Promise<void> {
  if (!run.step().touched) await journaled(run.write({ steps: [{ id: run.stepId, patch: { touched: true } }] }));
}

async function runShort<Tx>(run: BodyRun<Tx>, body: Short, input: unknown): Promise<void> {
  const limit = run.definition.limitSeconds;
  const { isDone } = body;
  const before: JsonObject | undefined = isDone && (await callBody(run, limit, (context) => isDone(context, input)));
  if (before !== undefined) return journaled(run.write(doneChange(run, before)));
  await touch(run);
  const result: JsonObject = await callBody(run, limit, (context) => body.run(context, input));
  await verify(run, body, input);
  await journaled(run.write(doneChange(run, result)));
}

/** Looks again: a step that says it ran and whose effect is not there has failed. */
async function verify<Tx>(run: BodyRun<Tx>, { isDone }: Short | Long, input: unknown): Promise<void> {
  if (!isDone) return;
  const seen = await callBody(run, Math.min(run.definition.limitSeconds, callSeconds), (context) =>
    isDone(context, input),
  );
  if (seen === undefined) failWith(runErrors.notEffective);
}

async function runRecord<Tx>(run: BodyRun<Tx>, body: Record, input: unknown): Promise<void> {
  await callBody(
    run,
    run.definition.limitSeconds,
    // The transaction always ends by itself; leaving it behind would part the row from what we believe.
    (context) => run.record(async (tx) => doneChange(run, await body.record(tx, context, input))),
    'for ever',
  );
}

async function startDetached<Tx>(run: BodyRun<Tx>, body: Long, input: unknown): Promise<void> {
  const limit = Math.min(run.definition.limitSeconds, callSeconds);
  const { isDone } = body;
  const before: JsonObject | undefined = isDone && (await callBody(run, limit, (context) => isDone(context, input)));
  if (before !== undefined) return journaled(run.write(doneChange(run, before)));
  await touch(run);
  const handle: JsonObject = await callBody(run, limit, (context) => body.start(context, input));
  await journaled(run.write(stepChange(run, { handle, wakeAt: nextLook(run) }, {})));
}

const nextLook = <Tx>(run: BodyRun<Tx>): number => run.clock.now() + run.definition.lookSeconds * 1000;

async function lookOnce<Tx>(run: BodyRun<Tx>, body: Long, handle: JsonObject): Promise<Unsettled> {
  try {
    const input = parseInput(run);
    const deadlineAt = run.step().deadlineAt ?? Number.POSITIVE_INFINITY;
    const look = await callBody(run, callSeconds, (context) => body.look(context, input, handle)).catch(
      (thrown: unknown) => unseen(run, thrown),
    );
    if (look.state === 'done') {
      await verify(run, body, input);
      await journaled(run.write(doneChange(run, look.result)));
    } else if (look.state === 'failed') failWith(look.error);
    else if (look.state === 'gone') failWith(runErrors.gone);
    else if (run.clock.now() >= deadlineAt && (await stopOverdue(run, body, input, handle))) {
      failWith(runErrors.timeLimit(run.definition.limitSeconds));
    } else {
      if (look.progress) run.recorder.progress(run.stepId, look.progress);
      await journaled(run.write(stepChange(run, { wakeAt: nextLook(run) }, {})));
    }
    return {};
  } catch (thrown) {
    if (thrown instanceof JournalFailed) throw thrown.cause;
    // Cut between two looks: the detached work is ended by `stopDetached`, not here.
    if (thrown instanceof BodyCut) return {};
    return settleThrown(run, thrown, 'forward');
  }
}

/** The way to the job is broken, not the job: say so and look again later, until the step's own limit. */
function unseen<Tx>(run: BodyRun<Tx>, thrown: unknown): { readonly state: 'running'; readonly progress?: undefined } {
  if (thrown instanceof BodyCut || thrown instanceof BodyStuck) throw thrown;
  if (thrown instanceof StepFailure && !thrown.error.retryable) throw thrown;
  const { words } = toStepError(thrown);
  run.recorder.say({
    at: run.clock.now(),
    type: 'log',
    stepId: run.stepId,
    level: 'warning',
    words: {
      en: `Could not look at the detached work, looking again: ${words.en}`,
      zh: `暂时无法查看后台作业，将再次查看：${words.zh}`,
    },
  });
  return { state: 'running' };
}

/** True once it is really over. Work that could not be ended still runs: it is looked at and told to end again. */
async function stopOverdue<Tx>(run: BodyRun<Tx>, body: Long, input: unknown, handle: JsonObject): Promise<boolean> {
  try {
    await callBody(run, callSeconds, (context) => body.stop(context, input, handle));
    return true;
  } catch (thrown) {
    unseen(run, thrown);
    return false;
  }
}

/** Ends detached work for real, for a cancel; the step is over only when `stop` has said so. */
export async function stopDetached<Tx>(run: BodyRun<Tx>): Promise<Unsettled> {
  const { body } = run.definition;
  const { handle } = run.step();
  if (handle === undefined || !('look' in body)) return {};
  try {
    const input = parseInput(run);
    await callBody(run, callSeconds, (context) => body.stop(context, input, handle));
    return settleThrown(run, new BodyCut('cancel'), 'forward');
  } catch (thrown) {
    const error = runErrors.stopFailed(toStepError(thrown).words.en);
    const at = run.clock.now();
    await run.write(
      stepChange(
        run,
        { state: 'failed', error, endedAt: at, wakeAt: undefined },
        { endedAt: at, outcome: 'failed', error },
      ),
    );
    return thrown instanceof BodyStuck ? { stuck: thrown.ended } : {};
  }
}
