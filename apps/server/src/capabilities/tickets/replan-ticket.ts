import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { approverRolesOf } from './decide-approval.ts';
import { getVisibleTicket } from './get-visible-ticket.ts';
import type { NoteTicket } from './note-ticket.ts';
import type { TicketParts } from './parts.ts';
import { mayReplan } from './policy.ts';
import { prepareRequest } from './prepare-request.ts';
import { settleTicket, tellHistory } from './settle-ticket.ts';
import { addSubTicket, listSubTickets, removeSubTickets } from './store/sub-tickets.ts';
import { writeTicketSubjects } from './store/subjects.ts';
import { lockTicket } from './store/tickets.ts';
import { subTicketFrom } from './submit-ticket.ts';

/**
 * Takes the stored form through check, decomposition and planning again, for the opener. Only while every part waits:
 * what ran is not decomposed a second time.
 */
export async function replanTicket(
  parts: TicketParts,
  actor: Actor,
  reference: string,
  note: NoteTicket,
): Promise<string> {
  const seen = await getVisibleTicket(parts, actor, reference);
  requireAllowed(mayReplan(actor, seen, approverRolesOf(parts, seen)));
  const opener = await parts.people.findActor(parts.db, seen.openedBy.id);
  if (!opener) throw new ProblemError('TICKET_SENDER_GONE', { name: seen.openedBy.name });
  const prepared = await prepareRequest(parts, opener, seen);
  return inTransaction(parts.db, async (tx) => {
    const ticket = await lockTicket(tx, seen.id);
    requireAllowed(mayReplan(actor, ticket, approverRolesOf(parts, ticket)));
    const before = await listSubTickets(tx, ticket.id);
    if (before.some((part) => part.state !== 'waiting')) throw new ProblemError('TICKET_NOT_WAITING');
    const at = parts.clock.now();
    const ids = before.map((part) => part.id);
    await removeSubTickets(tx, ids);
    for (const [position, part] of prepared.parts.entries())
      await addSubTicket(tx, subTicketFrom(ticket.id, position, part, prepared.form), at);
    await writeTicketSubjects(tx, ticket.id, prepared.subjects);
    await tellHistory(tx, ticket.id, 'replanned', at, actor.name);
    await settleTicket(tx, parts.clock, ticket.id);
    await note(tx, ticket.id);
    return ticket.id;
  });
}
