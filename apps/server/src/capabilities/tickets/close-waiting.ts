import type { Tx } from '../../platform/database/schema.ts';
import { changeSubTicket, listSubTickets } from './store/sub-tickets.ts';
import { hashOfPlans, isHeld } from './ticket.ts';

/** Ends the parts that wait for a decision or for the end of a change freeze; parts that run already go on. Gives the hash of the plans turned down. */
export async function closeWaiting(
  tx: Tx,
  ticketId: string,
  state: 'rejected' | 'withdrawn',
  at: number,
): Promise<string> {
  const waiting = (await listSubTickets(tx, ticketId)).filter((part) => part.state === 'waiting' || isHeld(part));
  for (const part of waiting) await changeSubTicket(tx, part.id, { state, heldUntil: null }, at);
  return hashOfPlans(waiting.map((part) => part.plan));
}
