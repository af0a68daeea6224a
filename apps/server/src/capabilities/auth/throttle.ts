import type { Clock } from '../../platform/clock/clock.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';

const windowMilliseconds = 15 * 60_000;
const freeTries = { name: 5, address: 20 };
const firstWaitSeconds = 2;
const longestWaitSeconds = 300;
const mostKept = 10_000;

interface Tries {
  failures: number;
  lastAt: number;
}

/**
 * Slows guessing: after 5 failures for a name (20 for an address) within 15 minutes each further try must wait, twice as long
 * each time, up to 5 minutes. Lives in memory: a restart forgets it.
 */
export interface Throttle {
  /** Throws TOO_MANY_TRIES; counts the try as failed until `succeeded` says otherwise, so that tries at once count too. */
  begin(name: string, address: string): void;
  succeeded(name: string, address: string): void;
}

export function createThrottle(clock: Clock): Throttle {
  const tries = new Map<string, Tries>();
  const keysOf = (name: string, address: string) =>
    [
      [`name ${name}`, freeTries.name],
      [`address ${address}`, freeTries.address],
    ] as const;
  const failuresOf = (key: string, now: number): Tries => {
    const known = tries.get(key);
    return known && now - known.lastAt < windowMilliseconds ? known : { failures: 0, lastAt: 0 };
  };
  return {
    begin: (name, address) => {
      const now = clock.now();
      for (const [key, free] of keysOf(name, address)) {
        const { failures, lastAt } = failuresOf(key, now);
        const left = lastAt + waitSeconds(failures, free) * 1000 - now;
        if (left > 0) throw new ProblemError('TOO_MANY_TRIES', { seconds: Math.ceil(left / 1000) });
      }
      for (const [key] of keysOf(name, address)) {
        const { failures } = failuresOf(key, now);
        // Deleted first, so that the map's order is by last use.
        tries.delete(key);
        tries.set(key, { failures: failures + 1, lastAt: now });
      }
      for (const oldest of tries.keys()) {
        if (tries.size <= mostKept) break;
        tries.delete(oldest);
      }
    },
    succeeded: (name, address) => {
      for (const [key] of keysOf(name, address)) tries.delete(key);
    },
  };
}

const waitSeconds = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(firstWaitSeconds * 2 ** (failures - free), longestWaitSeconds);
