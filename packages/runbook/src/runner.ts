import type { ExplainRefusal } from './begin-task.ts';
import { driveTask } from './drive-task.ts';
import { type RunClock, systemRunClock } from './run-clock.ts';
import type { RunState } from './run-state.ts';
import type { RunStore } from './run-store.ts';
import type { AnyStep } from './step.ts';
import type { AnyTask } from './task.ts';

/** `parked`: only a person, a lock or a restart moves it on. `wakeAt`: drive it again then (epoch ms). */
export type DriveOutcome = 'ended' | 'parked' | { readonly wakeAt: number };

export type RunLog = (
  level: 'info' | 'warning' | 'error',
  what: string,
  ids: Readonly<Record<string, unknown>>,
) => void;

export interface RunnerOptions<P, Tx> {
  readonly store: RunStore<Tx>;
  readonly steps: readonly AnyStep[];
  readonly tasks: readonly AnyTask<P>[];
  /** What step bodies get besides their context. */
  readonly ports: P;
  readonly clock?: RunClock;
  readonly log?: RunLog;
  /** Called in this process after the end is journaled; a process that needs it for certain reads its journal. */
  readonly onTaskEnd?: (taskId: string, state: RunState) => void;
  /** Words for a refusal thrown while planning again. */
  readonly explain?: ExplainRefusal;
  /** How long a body may take to end after its signal fired; default 30. */
  readonly graceSeconds?: number;
  /** How long one drive goes on while only detached work is left; default 60. */
  readonly driveSeconds?: number;
}

export interface Runner {
  /** Moves the task on as far as it goes now. A second call for the same task joins the first. */
  drive(taskId: string): Promise<DriveOutcome>;
  isDriving(taskId: string): boolean;
  /** A request was stored: look at it now instead of at the next state change. */
  poke(taskId: string): void;
  /** Cuts what runs of this task in this process, leaving its rows as they are; resolves when all bodies have ended. */
  abort(taskId: string): Promise<void>;
  /**
   * Starts nothing new; short steps end, detached ones stay at their last look. Resolves when no body runs. With a limit,
   * bodies that still run after it are cut (their rows stay, so that the next process picks them up).
   */
  drain(limitSeconds?: number): Promise<void>;
  /** After a drain that led to no end: starts work again. What was parked meanwhile has to be driven anew. */
  resume(): void;
}

/** What one drive shares with the runner that holds it. */
export interface LiveDrive {
  readonly result: Promise<DriveOutcome>;
  poke(): void;
  shutDown(): void;
}

/** The generic runner: executes plans step by step on a journal. One per process. */
export function createRunner<P extends object, Tx>(options: RunnerOptions<P, Tx>): Runner {
  const clock = options.clock ?? systemRunClock;
  const drives = new Map<string, LiveDrive>();
  // `<task>/<step>` of bodies that ignored their signal: not started again until they are really over.
  const stuck = new Set<string>();
  let draining = false;
  const environment = {
    ...options,
    clock,
    log: options.log ?? (() => {}),
    steps: new Map(options.steps.map((step) => [step.name, step])),
    tasks: new Map(options.tasks.map((task) => [task.kind, task])),
    graceSeconds: options.graceSeconds ?? 30,
    driveSeconds: options.driveSeconds ?? 60,
    stuck,
    isDraining: () => draining,
  };
  const drive = (taskId: string): Promise<DriveOutcome> => {
    const joined = drives.get(taskId);
    if (joined) {
      joined.poke();
      return joined.result;
    }
    if (draining) return Promise.resolve('parked');
    const live = driveTask(environment, taskId, () => drives.delete(taskId));
    drives.set(taskId, live);
    return live.result;
  };
  const settled = async (list: readonly LiveDrive[]) => {
    await Promise.allSettled(list.map((live) => live.result));
  };
  return {
    drive,
    isDriving: (taskId) => drives.has(taskId),
    poke: (taskId) => drives.get(taskId)?.poke(),
    abort: async (taskId) => {
      const live = drives.get(taskId);
      live?.shutDown();
      await settled(live ? [live] : []);
    },
    drain: async (limitSeconds) => {
      draining = true;
      const all = [...drives.values()];
      for (const live of all) live.poke();
      const disarm =
        limitSeconds === undefined
          ? undefined
          : clock.after(limitSeconds * 1000, () => {
              for (const live of all) live.shutDown();
            });
      await settled(all);
      disarm?.();
    },
    resume: () => {
      draining = false;
    },
  };
}
