import type { RunState } from '@myriad/runbook';

/** One try at one target: a child task. */
export interface ChildTry {
  readonly target: string;
  /** The parent step's round it was made in. */
  readonly round: number;
  readonly state: RunState;
}

export interface FanOut {
  /** Targets in the order they are begun. */
  readonly targets: readonly string[];
  /** A wave begins when the one before it has ended; absent = one wave. */
  readonly waveSize?: number | undefined;
  /** Most children at once. */
  readonly atOnce?: number | undefined;
  /** More failures than this: nothing new begins. */
  readonly maxFailures: number;
}

export interface ChildMoves {
  readonly begin: readonly string[];
  readonly done: number;
  readonly failed: readonly string[];
  /** `failed`: nothing runs any more and not everything is done. */
  readonly state: 'running' | 'done' | 'failed';
}

const failedStates: ReadonlySet<RunState> = new Set(['failed', 'cancelled', 'undone']);

/** What of a fan-out begins now. In a later round only what failed before is tried again; what is done stays done. */
export function decideChildren(fanOut: FanOut, tries: readonly ChildTry[], round: number): ChildMoves {
  const latest = new Map<string, ChildTry>();
  for (const child of tries)
    if ((latest.get(child.target)?.round ?? -1) <= child.round) latest.set(child.target, child);
  const stateOf = (target: string): 'pending' | 'running' | 'paused' | 'done' | 'failed' => {
    const child = latest.get(target);
    if (!child) return 'pending';
    if (child.state === 'done') return 'done';
    if (failedStates.has(child.state)) return child.round < round ? 'pending' : 'failed';
    return child.state === 'paused' ? 'paused' : 'running';
  };
  const { targets, waveSize = targets.length, atOnce = Number.POSITIVE_INFINITY, maxFailures } = fanOut;
  const states = targets.map((target) => ({ target, state: stateOf(target) }));
  const count = (...wanted: readonly string[]) => states.filter(({ state }) => wanted.includes(state)).length;
  const failed = states.filter(({ state }) => state === 'failed').map(({ target }) => target);
  const open = count('running', 'paused');
  // A paused child has failed for the moment: a person may still bring it to a good end.
  const mayBegin = count('failed', 'paused') <= maxFailures;
  const wave = mayBegin ? currentWave(states, Math.max(1, waveSize)) : [];
  const begin = wave
    .filter(({ state }) => state === 'pending')
    .slice(0, Math.max(0, atOnce - open))
    .map(({ target }) => target);
  const busy = open > 0 || begin.length > 0;
  return {
    begin,
    done: count('done'),
    failed,
    state: busy ? 'running' : failed.length === 0 && count('pending') === 0 ? 'done' : 'failed',
  };
}

/** The first wave in which something is still to be begun or to end. */
function currentWave<T extends { readonly state: string }>(states: readonly T[], size: number): readonly T[] {
  for (let at = 0; at < states.length; at += size) {
    const wave = states.slice(at, at + size);
    if (wave.some(({ state }) => state !== 'done' && state !== 'failed')) return wave;
  }
  return [];
}
