import type { Clock } from '../clock/clock.ts';
import { afterCommit, inTransaction } from '../database/in-transaction.ts';
import { newId } from '../database/new-id.ts';
import type { Db, Tx } from '../database/schema.ts';
import type { Log } from '../log/log.ts';
import './tables.ts';

export type OutboxPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Must bear being called twice with the same `key` (the row's id). Rejecting keeps the row for a later try. */
export type OutboxHandler = (payload: OutboxPayload, key: string) => Promise<void>;

export interface Outbox {
  /** Written with the caller's change; handed over after the commit, at least once, also after a crash. Payload: ids only. */
  enqueue(tx: Tx, kind: string, payload: OutboxPayload): Promise<void>;
  /** Begins to hand over what stands there, and whatever comes. Rows of a kind without handler wait. */
  start(handlers: Readonly<Record<string, OutboxHandler>>): void;
  /** Resolves when everything due now has been tried once. */
  settle(): Promise<void>;
  /** Takes nothing new; resolves when handlers have ended. */
  stop(): Promise<void>;
}

const pollMilliseconds = 1000;
const batch = 50;
const longestBackOffMilliseconds = 60_000;

export function createOutbox({ db, clock, log }: { db: Db; clock: Clock; log: Log }): Outbox {
  let handlers: Readonly<Record<string, OutboxHandler>> = {};
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;
  let running: Promise<void> | undefined;
  let again = false;

  const due = () =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('due_at', '<=', clock.now())
      .where('kind', 'in', Object.keys(handlers))
      .orderBy('due_at')
      .orderBy('id')
      .limit(batch)
      .execute();

  async function handOver(row: Awaited<ReturnType<typeof due>>[number]): Promise<void> {
    try {
      await handlers[row.kind]?.(JSON.parse(row.payload) as OutboxPayload, row.id);
    } catch (error) {
      log.warning('outbox hand-over failed, tried again later', { kind: row.kind, id: row.id, error });
      const wait = Math.min(500 * 2 ** Math.min(row.attempts, 10), longestBackOffMilliseconds);
      await inTransaction(db, (tx) =>
        tx
          .updateTable('outbox')
          .set({ attempts: row.attempts + 1, due_at: clock.now() + wait })
          .where('id', '=', row.id)
          .execute(),
      );
      return;
    }
    await inTransaction(db, (tx) => tx.deleteFrom('outbox').where('id', '=', row.id).execute());
  }

  async function run(): Promise<void> {
    do {
      again = false;
      if (Object.keys(handlers).length === 0) return;
      const rows = await due();
      await Promise.all(rows.map(handOver));
      if (rows.length === batch) again = true;
    } while (again && !stopped);
  }

  function poke(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = true;
    running ??= run()
      .catch((error: unknown) => log.error('outbox could not be read', { error }))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    enqueue: async (tx, kind, payload) => {
      const at = clock.now();
      await tx
        .insertInto('outbox')
        .values({ id: newId(), kind, payload: JSON.stringify(payload), created_at: at, due_at: at, attempts: 0 })
        .execute();
      afterCommit(() => void poke());
    },
    start: (given) => {
      handlers = given;
      stopped = false;
      timer = setInterval(() => void poke(), pollMilliseconds);
      timer.unref();
      void poke();
    },
    settle: poke,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
