import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { closeWaiting } from './close-waiting.ts';
import { getVisibleTicket } from './get-visible-ticket.ts';
import type { NoteTicket } from './note-ticket.ts';
import type { TicketParts } from './parts.ts';
import { mayWithdraw } from './policy.ts';
import { settleTicket, tellHistory } from './settle-ticket.ts';
import { listSubTickets } from './store/sub-tickets.ts';
import { lockTicket } from './store/tickets.ts';
import { isHeld } from './ticket.ts';

export async function withdrawTicket(
  parts: Pick<TicketParts, 'db' | 'clock'>,
  actor: Actor,
  reference: string,
  note: NoteTicket,
): Promise<string> {
  const { id } = await getVisibleTicket(parts, actor, reference);
  return inTransaction(parts.db, async (tx) => {
    const ticket = await lockTicket(tx, id);
    const held = (await listSubTickets(tx, id)).some(isHeld);
    requireAllowed(mayWithdraw(actor, { ...ticket, held }));
    const at = parts.clock.now();
    await closeWaiting(tx, id, 'withdrawn', at);
    await tellHistory(tx, id, 'withdrawn', at, actor.name);
    await settleTicket(tx, parts.clock, id);
    await note(tx, id);
    return id;
  });
}
