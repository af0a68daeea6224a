import type { RunState } from './run-state.ts';

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
  /** More failures than this over all waves: nothing new begins. */
  readonly maxFailures: number;
  /** More failures than this within one wave: nothing new begins, neither in it nor after it. */
  readonly maxFailuresPerWave?: number | undefined;
}

export type ChildState = 'pending' | 'running' | 'paused' | 'done' | 'failed';

export interface ChildMoves {
  readonly begin: readonly string[];
  readonly done: number;
  readonly failed: readonly string[];
  /** `failed`: nothing runs any more and not everything is done. */
  readonly state: 'running' | 'done' | 'failed';
  /** Too many failures: what has not begun does not begin. */
  readonly stopped: boolean;
  readonly notBegun: number;
}

const failedStates: ReadonlySet<RunState> = new Set(['failed', 'cancelled', 'undone']);

/** What of a fan-out begins now. In a later round only what failed before is tried again; what is done stays done. */
export function decideChildren(fanOut: FanOut, tries: readonly ChildTry[], round: number): ChildMoves {
  const { targets, waveSize = targets.length, atOnce = Number.POSITIVE_INFINITY, maxFailures } = fanOut;
  const { maxFailuresPerWave = Number.POSITIVE_INFINITY } = fanOut;
  const states = childStates(targets, tries, round);
  const waves = inWavesOf(states, Math.max(1, waveSize));
  const count = (...wanted: readonly string[]) => states.filter(({ state }) => wanted.includes(state)).length;
  const failed = states.filter(({ state }) => state === 'failed').map(({ target }) => target);
  const open = count('running', 'paused');
  // A paused child has failed for the moment: a person may still bring it to a good end.
  const stopped = failuresIn(states) > maxFailures || waves.some((wave) => failuresIn(wave) > maxFailuresPerWave);
  const wave = stopped ? [] : (waves.find((each) => each.some(isOpen)) ?? []);
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
    stopped,
    notBegun: count('pending') - begin.length,
  };
}

/** How each target stands after its latest try; one that failed before this round is to be begun again. */
export function childStates(
  targets: readonly string[],
  tries: readonly ChildTry[],
  round: number,
): readonly { readonly target: string; readonly state: ChildState }[] {
  const latest = new Map<string, ChildTry>();
  for (const child of tries)
    if ((latest.get(child.target)?.round ?? -1) <= child.round) latest.set(child.target, child);
  const stateOf = (target: string): ChildState => {
    const child = latest.get(target);
    if (!child) return 'pending';
    if (child.state === 'done') return 'done';
    if (failedStates.has(child.state)) return child.round < round ? 'pending' : 'failed';
    return child.state === 'paused' ? 'paused' : 'running';
  };
  return targets.map((target) => ({ target, state: stateOf(target) }));
}

type Standing = { readonly state: ChildState };

const failuresIn = (states: readonly Standing[]): number =>
  states.filter(({ state }) => state === 'failed' || state === 'paused').length;

/** Something of it is still to be begun or to end. */
const isOpen = ({ state }: Standing): boolean => state !== 'done' && state !== 'failed';

const inWavesOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
