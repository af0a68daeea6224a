import type { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { type HistoryEvent, historyWords } from './history-words.ts';
import { listSubTickets } from './store/sub-tickets.ts';
import { getTicket, setTicketState } from './store/tickets.ts';
import { addHistory } from './store/trail.ts';
import { isEnded, rollUp } from './ticket.ts';

export const tellHistory = (tx: Tx, ticketId: string, what: HistoryEvent, at: number, by: string | null = null) =>
  addHistory(tx, ticketId, { at, what, by, words: historyWords[what] });

/** Rolls the sub-tickets' states up into the ticket's; the caller holds the ticket's row. Twice is as good as once. */
export async function settleTicket(tx: Tx, clock: Clock, ticketId: string): Promise<void> {
  const ticket = await getTicket(tx, ticketId);
  const state = rollUp((await listSubTickets(tx, ticketId)).map((part) => part.state));
  if (state === ticket.state) return;
  const at = clock.now();
  await setTicketState(tx, ticketId, state, isEnded(state) ? at : null);
  if (isEnded(state)) await tellHistory(tx, ticketId, 'closed', at);
}
