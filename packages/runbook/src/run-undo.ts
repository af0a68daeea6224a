import { failWith, settleThrown, type Unsettled, undoneChange } from './end-step.ts';
import type { JsonObject } from './json.ts';
import { runErrors } from './run-errors.ts';
import { attemptsBegun, type BodyRun, callBody, stepChange } from './step-body.ts';

/** Undoes one step, or finds that nothing of it stands. Rejects only if the journal fails. */
export async function runUndo<Tx>(run: BodyRun<Tx>): Promise<Unsettled> {
  const at = run.clock.now();
  const { state, wakeAt } = run.step();
  const attempt = run.step().attempt + 1;
  // One that failed and was to be tried again has a time for that.
  const cut = state === 'running' || (state === 'undoing' && wakeAt === undefined);
  run.way.beganAt = at;
  const undoing = { state: 'undoing', attempt, endedAt: undefined, wakeAt: undefined } as const;
  await run.write({ ...stepChange(run, undoing, {}), attempts: attemptsBegun(run, at, cut) });
  try {
    await undoBody(run);
  } catch (thrown) {
    return settleThrown(run, thrown, 'undo');
  }
  return {};
}

async function undoBody<Tx>(run: BodyRun<Tx>): Promise<void> {
  const { body, limitSeconds } = run.definition;
  const parsed = run.definition.input.safeParse(run.step().call.input);
  const input = parsed.success ? parsed.data : failWith(runErrors.inputInvalid(parsed.error.message));
  if ('record' in body) {
    const { unrecord } = body;
    if (!unrecord) return failWith(runErrors.noUndo);
    await callBody(
      run,
      limitSeconds,
      (context) =>
        run.record(async (tx) => {
          await unrecord(tx, context, input);
          return undoneChange(run);
        }),
      'for ever',
    );
    return;
  }
  const { isDone, undo } = body;
  const look = async (): Promise<JsonObject | undefined> =>
    isDone && callBody(run, limitSeconds, (context) => isDone(context, input));
  const result: JsonObject | undefined = run.step().result ?? (await look());
  if (undo) {
    await callBody(run, limitSeconds, (context) => undo(context, input, result));
    if ((await look()) !== undefined) failWith(runErrors.notEffective);
  } else if (result !== undefined || !isDone) failWith(runErrors.noUndo);
  await run.write(undoneChange(run));
}
