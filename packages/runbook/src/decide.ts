import type { RunStep, RunStepState } from './run-state.ts';
import type { Effect } from './step.ts';

/** What the decisions need to know of a step besides its row. */
export interface StepTraits {
  readonly effect: Effect;
  readonly undoable: boolean;
  readonly skippable: boolean;
}

export type TraitsOf = (step: RunStep) => StepTraits;

export interface Moves {
  /** Ids of steps whose body is to be started now. */
  readonly start: readonly string[];
  /** The earliest time at which a waiting step goes on; absent = none waits. */
  readonly wakeAt?: number;
  /** What is left once nothing runs, nothing starts and nothing waits. */
  readonly rest: 'busy' | 'finished' | 'stuck';
}

interface Situation {
  readonly steps: readonly RunStep[];
  readonly atOnce?: number | undefined;
  /** Ids of steps whose body runs in this process at this moment. */
  readonly live: ReadonlySet<string>;
  readonly now: number;
}

const satisfied: ReadonlySet<RunStepState> = new Set(['done', 'skipped']);
const due = (step: RunStep, now: number) => step.wakeAt === undefined || step.wakeAt <= now;

/** Forward: what starts now, when to wake, or that nothing is left to do. */
export function decideForward({ steps, atOnce = Number.POSITIVE_INFINITY, live, now }: Situation): Moves {
  const stateOf = new Map(steps.map((step) => [step.call.id, step.state]));
  const begun = steps.filter((step) => step.state === 'running' || step.state === 'waiting');
  const idle = begun.filter((step) => !live.has(step.call.id));
  const ready = steps.filter(
    (step) =>
      step.state === 'pending' &&
      !live.has(step.call.id) &&
      step.call.after.every((before) => satisfied.has(stateOf.get(before) ?? 'pending')),
  );
  // Begun work has its place already; only new steps are held back by the bound.
  const again = idle.filter((step) => due(step, now));
  const fresh = ready.slice(0, Math.max(0, atOnce - begun.length));
  return {
    start: [...again, ...fresh].map((step) => step.call.id),
    ...earliest(idle.filter((step) => !due(step, now))),
    rest:
      live.size > 0 || begun.length > 0 || ready.length > 0
        ? 'busy'
        : steps.every((step) => satisfied.has(step.state))
          ? 'finished'
          : 'stuck',
  };
}

/** May something that this step made stand in the world? */
export function mayHaveChanged(step: RunStep, traits: StepTraits): boolean {
  if (traits.effect === 'read' || step.state === 'undone' || !step.touched) return false;
  // A record step writes in the transaction that marks it done: without a result it wrote nothing.
  return traits.effect !== 'record' || step.result !== undefined;
}

/** The undo of this step was tried, and a person has to decide. Asking for undo again clears it. */
export const undoFailed = (step: RunStep): boolean =>
  step.state === 'failed' && (step.error?.code === 'UNDO_FAILED' || step.error?.code === 'NO_UNDO');

/** Backward: a step is undone when everything that came after it and changed something is undone. */
export function decideUndo(situation: Situation, traitsOf: TraitsOf): Moves {
  const { steps, atOnce = Number.POSITIVE_INFINITY, live, now } = situation;
  const left = steps.filter((step) => mayHaveChanged(step, traitsOf(step)));
  const blocked = ancestorsOf(left, steps);
  const undoing = left.filter((step) => step.state === 'undoing');
  const idle = undoing.filter((step) => !live.has(step.call.id));
  const again = idle.filter((step) => due(step, now));
  const ready = left.filter(
    (step) =>
      step.state !== 'undoing' &&
      !undoFailed(step) &&
      !blocked.has(step.call.id) &&
      !live.has(step.call.id) &&
      // A step that ended well and has no undo stays; one that failed half way is looked at first.
      (traitsOf(step).undoable || step.state !== 'done'),
  );
  const fresh = ready.slice(0, Math.max(0, atOnce - undoing.length));
  return {
    start: [...again, ...fresh].map((step) => step.call.id),
    ...earliest(idle.filter((step) => !due(step, now))),
    rest: live.size > 0 || undoing.length > 0 || ready.length > 0 ? 'busy' : left.length === 0 ? 'finished' : 'stuck',
  };
}

/** Ids of every step that some step of `of` came after, directly or not. */
function ancestorsOf(of: readonly RunStep[], steps: readonly RunStep[]): ReadonlySet<string> {
  const afterOf = new Map(steps.map((step) => [step.call.id, step.call.after]));
  const found = new Set<string>();
  const visit = (id: string): void => {
    for (const before of afterOf.get(id) ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      visit(before);
    }
  };
  for (const step of of) visit(step.call.id);
  return found;
}

const earliest = (waiting: readonly RunStep[]): { wakeAt?: number } => {
  const times = waiting.flatMap((step) => (step.wakeAt === undefined ? [] : [step.wakeAt]));
  return times.length === 0 ? {} : { wakeAt: Math.min(...times) };
};
