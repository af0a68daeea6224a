import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { AfterLook } from '../sweeps/index.ts';
import { keepMembers } from './fleet/keep-members.ts';
import { keepLook } from './keep/keep-look.ts';
import type { DictionaryParts } from './parts.ts';
import { judgeWaiting } from './rules/judge-waiting.ts';

export interface Dictionary {
  readonly parts: DictionaryParts;
  /** Handed to the deep sweep. */
  readonly afterLook: AfterLook;
  /** Judges the columns that wait since the last run. */
  start(): void;
  /** Resolves when none waits any more, or after `stop`. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** The data dictionary: kept by the deep sweep, judged in the background. */
export function createDictionary({
  db,
  clock,
  log,
}: {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
}): Dictionary {
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;

  async function judge(): Promise<void> {
    do {
      again = false;
      const judged = await judgeWaiting(db, clock.now, () => stopped);
      if (judged > 0) log.info('columns judged by the rules of the dictionary', { columns: judged });
    } while (again && !stopped);
  }
  const judgeSoon = () => {
    again = true;
    if (running || stopped) return;
    running = judge()
      .catch((error: unknown) => log.error('columns could not be judged; they wait for the next time', { error }))
      .finally(() => {
        running = undefined;
        // Asked for between its last look and its end.
        if (again) judgeSoon();
      });
  };
  return {
    parts: { db, clock, judgeSoon },
    afterLook: async (clusterId, members, signal) => {
      await keepMembers(db, members, signal);
      if (await keepLook(db, clusterId, members, signal)) judgeSoon();
    },
    start: judgeSoon,
    settled: async () => {
      while (running) await running;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
