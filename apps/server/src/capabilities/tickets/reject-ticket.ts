import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { closeWaiting } from './close-waiting.ts';
import { approverRolesOf } from './decide-approval.ts';
import { getVisibleTicket } from './get-visible-ticket.ts';
import type { NoteTicket } from './note-ticket.ts';
import type { TicketParts } from './parts.ts';
import { mayReject } from './policy.ts';
import { settleTicket, tellHistory } from './settle-ticket.ts';
import { listSubTickets } from './store/sub-tickets.ts';
import { lockTicket } from './store/tickets.ts';
import { addApproval } from './store/trail.ts';
import { isHeld } from './ticket.ts';

export async function rejectTicket(
  parts: TicketParts,
  actor: Actor,
  reference: string,
  comment: string,
  note: NoteTicket,
): Promise<string> {
  const { id } = await getVisibleTicket(parts, actor, reference);
  return inTransaction(parts.db, async (tx) => {
    const ticket = await lockTicket(tx, id);
    const held = (await listSubTickets(tx, id)).some(isHeld);
    requireAllowed(mayReject(actor, { ...ticket, held }, approverRolesOf(parts, ticket)));
    const at = parts.clock.now();
    const planHash = await closeWaiting(tx, id, 'rejected', at);
    const by = { id: actor.id, name: actor.name };
    const ownTicket = ticket.openedBy.id === actor.id;
    await addApproval(tx, id, { by, at, verdict: 'rejected', comment, planHash, ownTicket, freezeOverride: null });
    await tellHistory(tx, id, 'rejected', at, actor.name);
    await settleTicket(tx, parts.clock, id);
    await note(tx, id);
    return id;
  });
}
