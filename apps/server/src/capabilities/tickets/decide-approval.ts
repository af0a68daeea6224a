import type { Reader } from '../../platform/database/schema.ts';
import type { Actor, Decision } from '../../platform/policy/decision.ts';
import type { TicketParts } from './parts.ts';
import { mayApprove } from './policy.ts';
import { listTicketPlaces } from './store/subjects.ts';
import type { Ticket } from './ticket.ts';

/** A kind that is gone leaves its tickets to administrators. */
export const approverRolesOf = ({ kinds }: Pick<TicketParts, 'kinds'>, ticket: Pick<Ticket, 'kind'>) =>
  kinds.get(ticket.kind)?.approverRoles ?? ['administrator' as const];

/** The facts the policy asks for, then the policy: the button and the guard both come here. */
export async function decideApproval(
  { kinds, people }: Pick<TicketParts, 'kinds' | 'people'>,
  db: Reader,
  actor: Actor,
  ticket: Ticket,
): Promise<Decision> {
  const roles = approverRolesOf({ kinds }, ticket);
  const own = ticket.openedBy.id === actor.id;
  return mayApprove(actor, ticket, roles, {
    allowedBySetting: own && (await people.approveOwnTickets(db)),
    otherApprover:
      own &&
      (await people.hasOther(db, [...new Set([...roles, 'administrator' as const])], {
        exceptUserId: actor.id,
        places: await listTicketPlaces(db, ticket.id),
      })),
  });
}
