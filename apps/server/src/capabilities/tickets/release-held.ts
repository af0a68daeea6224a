import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import type { TicketParts } from './parts.ts';
import { settleTicket, tellHistory } from './settle-ticket.ts';
import { changeSubTicket, listHeldTicketIds, listSubTickets } from './store/sub-tickets.ts';
import { lockTicket } from './store/tickets.ts';
import { listApprovals } from './store/trail.ts';
import { isHeld } from './ticket.ts';

type Parts = Pick<TicketParts, 'db' | 'clock' | 'log' | 'tasks'>;

/**
 * Lets what was approved for after a change freeze begin, where no freeze holds it back any more: a freeze that was made longer
 * goes on holding, one that was removed does not. The task looks again whether its plan is still true.
 */
export async function releaseHeld(parts: Parts): Promise<void> {
  for (const ticketId of await listHeldTicketIds(parts.db))
    await inTransaction(parts.db, (tx) => releaseTicket(parts, tx, ticketId)).catch((error: unknown) =>
      parts.log.error('ticket held by a change freeze could not be looked at', { ticketId, error }),
    );
}

async function releaseTicket({ clock, tasks }: Parts, tx: Tx, ticketId: string): Promise<void> {
  await lockTicket(tx, ticketId);
  const held = (await listSubTickets(tx, ticketId)).filter(isHeld);
  const approval = (await listApprovals(tx, ticketId)).findLast(({ verdict }) => verdict === 'approved');
  const at = clock.now();
  let released = false;
  for (const part of held) {
    const freeze = await tasks.findFreeze(tx, part.kind);
    if (freeze) {
      if (freeze.untilAt !== part.heldUntil) await changeSubTicket(tx, part.id, { heldUntil: freeze.untilAt }, at);
      continue;
    }
    const task = await tasks.createTask(tx, part.plan, { ticketId, createdBy: approval?.by.id ?? '' });
    await changeSubTicket(tx, part.id, { heldUntil: null, taskId: task.id }, at);
    released = true;
  }
  if (released) await tellHistory(tx, ticketId, 'freeze-over', at);
  await settleTicket(tx, clock, ticketId);
}
