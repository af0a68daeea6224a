import { type Change, type Hold, hasEnded, type RunState, type RunStore } from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db, Reader, Tx } from '../../platform/database/schema.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { appendChange } from './store/append-change.ts';
import { listOpenRequests, loadRun } from './store/load-run.ts';
import { freeLocks, LockRace, takeLocks } from './store/locks.ts';

export interface TaskStateTold {
  readonly id: string;
  readonly state: RunState;
  readonly errorCode?: string | undefined;
}

export interface RunStoreParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly outbox: Outbox;
  /** In the transaction that changes a task's state: tickets follow their tasks. */
  readonly onState: (tx: Tx, task: TaskStateTold) => Promise<void>;
  /** Why a task must not begin now. */
  readonly holdOf: (db: Reader, taskId: string) => Promise<Hold | undefined>;
  /** After the commit of new events, for live streams. */
  readonly onEvents: (taskId: string) => void;
}

const lockTries = 5;

/** The runner's journal in the server's store. */
export function createRunStore(parts: RunStoreParts): RunStore<Tx> {
  const { db, clock } = parts;
  return {
    load: (taskId) => loadRun(db, taskId),
    loadRequests: (taskId) => listOpenRequests(db, taskId),
    append: async (taskId, change) => {
      await inTransaction(db, (tx) => writeChange(parts, tx, taskId, change));
      if (change.events && change.events.length > 0) parts.onEvents(taskId);
    },
    record: async (taskId, work) => {
      const change = await inTransaction(db, async (tx) => {
        const made = await work(tx);
        await writeChange(parts, tx, taskId, made);
        return made;
      });
      parts.onEvents(taskId);
      return change;
    },
    holdBack: async (taskId) => {
      const hold = await parts.holdOf(db, taskId);
      if (hold) await inTransaction(db, (tx) => letGo(parts, tx, taskId));
      return hold;
    },
    acquireLocks: async (taskId, resources) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await inTransaction(db, (tx) => takeLocks(tx, taskId, resources, clock.now()));
        } catch (thrown) {
          if (!(thrown instanceof LockRace) || attempt === lockTries) throw thrown;
        }
      }
    },
  };
}

/** A change, and what must become true in the same moment: freed locks, woken waiters, the end told to whom it concerns. */
async function writeChange({ clock, outbox, onState }: RunStoreParts, tx: Tx, taskId: string, change: Change) {
  await appendChange(tx, taskId, change, clock.now());
  const state = change.task?.state;
  if (state === undefined) return;
  if (hasEnded(state)) {
    await letGo({ outbox }, tx, taskId);
    await outbox.enqueue(tx, 'task.ended', { taskId, state });
  }
  await onState(tx, { id: taskId, state, errorCode: change.task?.error?.code });
}

/** Of what it holds and of what it waits for: whoever stands behind it is woken. */
async function letGo({ outbox }: Pick<RunStoreParts, 'outbox'>, tx: Tx, taskId: string): Promise<void> {
  for (const waiter of await freeLocks(tx, taskId)) await outbox.enqueue(tx, 'task.start', { taskId: waiter });
}
