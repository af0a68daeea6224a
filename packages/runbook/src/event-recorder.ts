import type { RunClock } from './run-clock.ts';
import type { Change, RunEvent } from './run-state.ts';
import type { Progress } from './step.ts';

/** At most this long between a line said and its row. */
const batchMilliseconds = 200;

/**
 * Gathers log lines and progress of one task, so that a chatty step costs a write every 200 ms, not one a line.
 * Of progress only the latest of each step is kept. `take` empties it: a state change carries what was said before it.
 */
export function createEventRecorder(clock: RunClock, flush: () => Promise<void>) {
  let lines: RunEvent[] = [];
  const progress = new Map<string, { at: number; progress: Progress }>();
  let cancelTimer: (() => void) | undefined;
  const arm = () => {
    cancelTimer ??= clock.after(batchMilliseconds, () => {
      cancelTimer = undefined;
      // A line that cannot be written now is not lost: `flush` puts it back or reports it.
      void flush();
    });
  };
  return {
    say(line: RunEvent): void {
      lines.push(line);
      arm();
    },
    progress(stepId: string, value: Progress): void {
      progress.set(stepId, { at: clock.now(), progress: value });
      arm();
    },
    isEmpty: () => lines.length === 0 && progress.size === 0,
    take(): Change {
      cancelTimer?.();
      cancelTimer = undefined;
      const latest = [...progress];
      const change: Change = {
        events: [
          ...lines,
          ...latest.map(
            ([stepId, value]): RunEvent => ({ at: value.at, type: 'progress', stepId, progress: value.progress }),
          ),
        ],
        steps: latest.map(([id, value]) => ({ id, patch: { progress: value.progress } })),
      };
      lines = [];
      progress.clear();
      return change;
    },
    putBack(change: Change): void {
      lines = [...(change.events ?? []).filter((event) => event.type === 'log'), ...lines];
    },
  };
}

export type EventRecorder = ReturnType<typeof createEventRecorder>;
