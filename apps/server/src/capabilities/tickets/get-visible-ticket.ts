import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { TicketParts } from './parts.ts';
import { maySee } from './policy.ts';
import { getTicket } from './store/tickets.ts';
import type { Ticket } from './ticket.ts';

/** By id or number; a ticket that is not theirs to see does not exist for them. */
export async function getVisibleTicket(
  { db }: Pick<TicketParts, 'db'>,
  actor: Actor,
  reference: string,
): Promise<Ticket> {
  const ticket = await getTicket(db, reference);
  requireAllowed(maySee(actor, ticket));
  return ticket;
}
