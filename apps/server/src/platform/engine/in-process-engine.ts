import type { Log } from '../log/log.ts';
import type { EngineMaker } from './engine.ts';

const retryMilliseconds = 2000;
const longestTimer = 2 ** 31 - 1;

/** Timers of this process. Nothing survives it: whoever starts it wakes every open task from the store. */
export const inProcessEngine =
  ({ now, log }: { readonly now: () => number; readonly log: Log }): EngineMaker =>
  ({ drive }) => {
    const timers = new Map<string, { readonly at: number; readonly cancel: () => void }>();
    let stopped = false;

    function plan(taskId: string, at: number): void {
      if (stopped) return;
      const known = timers.get(taskId);
      if (known && known.at <= at) return;
      known?.cancel();
      const timer = setTimeout(
        () => {
          timers.delete(taskId);
          void go(taskId, at);
        },
        Math.min(Math.max(at - now(), 0), longestTimer),
      );
      timers.set(taskId, { at, cancel: () => clearTimeout(timer) });
    }

    async function go(taskId: string, at: number): Promise<void> {
      if (at > now()) return plan(taskId, at);
      try {
        const outcome = await drive(taskId);
        if (typeof outcome !== 'string') plan(taskId, outcome.wakeAt);
      } catch (error) {
        log.warning('drive failed, tried again', { taskId, error });
        plan(taskId, now() + retryMilliseconds);
      }
    }

    return {
      start: async () => {
        stopped = false;
      },
      wake: async (taskId, { at }) => plan(taskId, at ?? now()),
      stop: async () => {
        stopped = true;
        for (const { cancel } of timers.values()) cancel();
        timers.clear();
      },
    };
  };
