import type { Tx } from '../../platform/database/schema.ts';
import type { TaskTold, TicketParts } from './parts.ts';
import { settleTicket, tellHistory } from './settle-ticket.ts';
import { changeSubTicket, findSubTicketByTask } from './store/sub-tickets.ts';
import { lockTicket } from './store/tickets.ts';
import { endStateOf, isEnded } from './ticket.ts';

const partEvent = { done: 'part-done', failed: 'part-failed', cancelled: 'part-cancelled' } as const;

/**
 * Carries a task's state into its sub-ticket and rolls it up; safe to be told twice, late, or about somebody else's task.
 * A task that ended because its plan is no longer true sends its sub-ticket back to wait for a decision on a new one.
 */
export async function followTask({ clock }: Pick<TicketParts, 'clock'>, tx: Tx, task: TaskTold): Promise<void> {
  const found = await findSubTicketByTask(tx, task.id);
  if (!found) return;
  await lockTicket(tx, found.ticketId);
  const part = await findSubTicketByTask(tx, task.id);
  if (!part || isEnded(part.state)) return;
  const at = clock.now();
  const end = endStateOf(task.state);
  if (end !== undefined && end !== 'done' && task.errorCode === 'PLAN_CHANGED') {
    await changeSubTicket(tx, part.id, { state: 'waiting', stale: true, taskId: null }, at);
    await tellHistory(tx, part.ticketId, 'plan-changed', at);
  } else if (end === 'done' || end === 'failed' || end === 'cancelled') {
    await changeSubTicket(tx, part.id, { state: end }, at);
    await tellHistory(tx, part.ticketId, partEvent[end], at);
  } else if (task.state !== 'queued' && task.state !== 'waiting' && part.state === 'approved') {
    await changeSubTicket(tx, part.id, { state: 'running' }, at);
    await tellHistory(tx, part.ticketId, 'started', at);
  }
  await settleTicket(tx, clock, part.ticketId);
}
