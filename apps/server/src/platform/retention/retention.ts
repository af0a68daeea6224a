import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock/clock.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Db, Tx } from '../database/schema.ts';
import type { Log } from '../log/log.ts';

/** Rows that would grow for ever, and how long they are kept. Each slice lists its own. */
export interface RetentionRule {
  /** Table, and which of its rows. */
  readonly name: string;
  readonly keepDays: number;
  /** Removes up to `limit` (rows, or owners of rows) from before that moment (epoch ms); tells how many. */
  removeSome(tx: Tx, before: number, limit: number): Promise<number>;
}

export interface Retention {
  /** Once over every rule, in small transactions; one that fails is logged and hinders no other. */
  prune(): Promise<void>;
  /** Prunes a few minutes after the start, then every six hours. */
  start(): void;
  /** Resolves when the batch at work has ended. */
  stop(): Promise<void>;
}

const dayMilliseconds = 24 * 3_600_000;
const firstMilliseconds = 5 * 60_000;
const againMilliseconds = 6 * 3_600_000;
/** Small, so that nobody waits long for the store; what is left over waits for the next time. */
const batch = 200;
const mostBatches = 500;

/** What is older than its rule says leaves the store. */
export function createRetention(options: {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly rules: readonly RetentionRule[];
}): Retention {
  const { db, clock, log, rules } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> | undefined;

  async function pruneRule({ name, keepDays, removeSome }: RetentionRule): Promise<void> {
    const before = clock.now() - keepDays * dayMilliseconds;
    let removed = 0;
    for (let turn = 0; turn < mostBatches && !stopped; turn++) {
      const some = await inTransaction(db, (tx) => removeSome(tx, before, batch));
      removed += some;
      if (some < batch) break;
      // The embedded store works in this very thread: let others in between.
      await setImmediate();
    }
    if (removed > 0) log.info('old rows removed', { what: name, keepDays, removed });
  }

  async function pruneAll(): Promise<void> {
    for (const rule of rules)
      await pruneRule(rule).catch((error: unknown) =>
        log.error('old rows could not be removed', { what: rule.name, error }),
      );
  }

  const prune = () => {
    running ??= pruneAll().finally(() => {
      running = undefined;
    });
    return running;
  };
  const wait = (milliseconds: number) => {
    timer = setTimeout(() => {
      void prune().finally(() => {
        if (!stopped) wait(againMilliseconds);
      });
    }, milliseconds);
    timer.unref();
  };
  return {
    prune,
    start: () => wait(firstMilliseconds),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
