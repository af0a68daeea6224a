import type { Plan, RunState } from '@myriad/runbook';
import type { Clock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Outbox } from '../../../platform/outbox/outbox.ts';
import { createTask } from '../create-task.ts';
import { insertRequest } from '../store/insert-request.ts';
import { listChildren } from '../store/insert-task.ts';
import { findTaskRow } from '../store/load-run.ts';
import type { ChildrenPorts } from './run-children.ts';

const endMilliseconds = 60_000;
const lookMilliseconds = 200;

interface Parts {
  readonly db: Db;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly plan: (kind: string, input: unknown) => Promise<Plan>;
  readonly poke: (taskId: string) => void;
}

/** The tasks slice as the fan-out step uses it. */
export function childrenPort(parts: Parts): ChildrenPorts['children'] {
  const { db, plan } = parts;
  const list = async (parentId: string, prefix: string) => {
    const rows = await listChildren(db, parentId, prefix);
    return rows.map((row) => ({ id: row.id, childKey: row.child_key ?? '', state: row.state as RunState }));
  };
  const open = async (parentId: string, prefix: string) =>
    (await list(parentId, prefix)).filter(({ state }) => !['done', 'failed', 'cancelled', 'undone'].includes(state));
  return {
    plan,
    list,
    create: (parentId, childKey, childPlan) =>
      inTransaction(db, async (tx) => {
        const parent = await findTaskRow(tx, parentId);
        const ticketId = parent?.ticket_id;
        await createTask(parts, tx, childPlan, { parentId, childKey, ...(ticketId ? { ticketId } : {}) });
      }),
    end: async (parentId, prefix) => {
      for (const { id, state } of await open(parentId, prefix)) await endChild(parts, id, state);
      const deadline = performance.now() + endMilliseconds;
      while ((await open(parentId, prefix)).length > 0) {
        if (performance.now() > deadline) return false;
        await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
      }
      return true;
    },
  };
}

/** A paused child is left as it is; a running one is first cancelled. Requests that come too late change nothing. */
async function endChild({ db, clock, outbox, poke }: Parts, taskId: string, state: RunState): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const kind of state === 'paused' ? (['abort'] as const) : (['cancel', 'abort'] as const))
      await insertRequest(tx, { taskId, kind, by: 'parent task', at: clock.now() });
    await outbox.enqueue(tx, 'task.start', { taskId });
  });
  poke(taskId);
}
