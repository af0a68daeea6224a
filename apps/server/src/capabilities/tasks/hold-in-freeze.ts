import type { Hold } from '@myriad/runbook';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { findTaskFreeze } from './schedules/find-task-freeze.ts';
import { findTaskRow } from './store/load-run.ts';

/** A freeze may be taken away or made longer: it is asked again this often. */
const lookAgainMilliseconds = 60_000;

/** Was the task of this ticket approved, with a reason on record, to begin within a freeze? Answered by the tickets slice. */
export type OverridesFreeze = (db: Reader, ticketId: string, taskCreatedAt: number) => Promise<boolean>;

/**
 * What was approved may wait long for a lock: a change freeze that begins meanwhile holds it back too. Only tasks of tickets and of
 * schedules; children go on with what their parent began. What was said already is remembered in this process alone: after a
 * restart it is said again.
 */
export function createFreezeHold(clock: Clock, overrides: () => OverridesFreeze) {
  const held = new Map<string, { readonly untilAt: number; readonly lookAt: number }>();
  return {
    holdOf: async (db: Reader, taskId: string): Promise<Hold | undefined> => {
      const before = held.get(taskId);
      held.delete(taskId);
      const row = await findTaskRow(db, taskId);
      if (!row || row.parent_id !== null || (row.ticket_id === null && row.schedule_id === null)) return undefined;
      const at = clock.now();
      const of = { taskKind: row.kind, ...(row.schedule_id === null ? {} : { id: row.schedule_id }) };
      const freeze = await findTaskFreeze(db, of, at);
      if (!freeze) return undefined;
      if (row.ticket_id !== null && (await overrides()(db, row.ticket_id, Number(row.created_at)))) return undefined;
      const { name, reason, untilAt } = freeze;
      held.set(taskId, { untilAt, lookAt: Math.min(untilAt, at + lookAgainMilliseconds) });
      const until = `${new Date(untilAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
      return {
        isKnown: before?.untilAt === untilAt,
        words: {
          en: `A change freeze began before this task did: it begins after ${until}: ${name} (${reason}).`,
          zh: `任务开始前已进入封网期，将在 ${until} 之后开始：${name}（${reason}）。`,
        },
      };
    },
    /** Held back, and not to be asked again yet. */
    isHeld: (taskId: string): boolean => (held.get(taskId)?.lookAt ?? 0) > clock.now(),
  };
}
