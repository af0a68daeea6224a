import type { Tx } from '../../platform/database/schema.ts';
import { changeSubTicket, listSubTickets } from './store/sub-tickets.ts';
import { hashOfPlans, waitingOf } from './ticket.ts';

/** Ends the parts that wait for a decision; parts that run already go on. Gives the hash of the plans turned down. */
export async function closeWaiting(
  tx: Tx,
  ticketId: string,
  state: 'rejected' | 'withdrawn',
  at: number,
): Promise<string> {
  const waiting = waitingOf(await listSubTickets(tx, ticketId));
  for (const part of waiting) await changeSubTicket(tx, part.id, { state }, at);
  return hashOfPlans(waiting.map((part) => part.plan));
}
