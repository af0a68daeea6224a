import type { Role, TicketSummary } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { rightsOf } from '../auth/index.ts';
import { approverRolesOf, decideApproval } from './decide-approval.ts';
import { listTickets } from './list-tickets.ts';
import type { TicketParts } from './parts.ts';
import { getTicket } from './store/tickets.ts';

/** Waiting ones are few; somebody who sees more of them has other worries than the order of this list. */
const mostLooked = 200;

/** Tickets that wait and that this person may decide about, longest waiting first. */
export async function listToApprove(parts: TicketParts, actor: Actor): Promise<readonly TicketSummary[]> {
  const { items } = await listTickets(parts, actor, { state: 'waiting', limit: mostLooked });
  const held = new Set<Role>(rightsOf(actor).map(({ role }) => role));
  const mine: TicketSummary[] = [];
  for (const ticket of items) {
    const roles = approverRolesOf(parts, ticket);
    if (!held.has('administrator') && !roles.some((role) => held.has(role))) continue;
    const isOwn = ticket.openedBy.id === actor.id;
    if (!isOwn || (await decideApproval(parts, parts.db, actor, await getTicket(parts.db, ticket.id))).allowed)
      mine.push(ticket);
  }
  return mine.reverse();
}
