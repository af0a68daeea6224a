import { type TicketSummary, type TicketView, ticketProblems } from '@myriad/contract';
import type { z } from 'zod';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, abilityOf } from '../../platform/policy/decision.ts';
import { approverRolesOf, decideApproval } from './decide-approval.ts';
import { freezeOf } from './freeze-of.ts';
import { getVisibleTicket } from './get-visible-ticket.ts';
import type { TicketParts } from './parts.ts';
import { planAgain } from './plan-again.ts';
import { mayBegin, mayReject, mayWithdraw } from './policy.ts';
import { listSubTickets } from './store/sub-tickets.ts';
import { listApprovals, listHistory } from './store/trail.ts';
import { hashOfPlans, isHeld, type SubTicket, type Ticket, waitingOf } from './ticket.ts';

export const summaryOf = (ticket: Ticket): TicketSummary => ({
  id: ticket.id,
  number: ticket.number,
  kind: ticket.kind,
  title: ticket.title,
  state: ticket.state,
  openedBy: ticket.openedBy,
  openedAt: ticket.openedAt,
  ...(ticket.closedAt === null ? {} : { closedAt: ticket.closedAt }),
  ...(ticket.applicationId === null ? {} : { applicationId: ticket.applicationId }),
});

/** The whole ticket as this person may see it, with what they may do and why not. */
export async function viewTicket(
  parts: TicketParts,
  actor: Actor,
  reference: string,
): Promise<z.input<typeof TicketView>> {
  const { db } = parts;
  const ticket = await getVisibleTicket(parts, actor, reference);
  const subTickets = await listFreshSubTickets(parts, ticket.id);
  const waiting = waitingOf(subTickets);
  const problems = ticketProblems;
  const roles = approverRolesOf(parts, ticket);
  const freeze = await freezeOf(parts, db, waiting);
  const asked = { ...ticket, held: subTickets.some(isHeld) };
  return {
    ...summaryOf(ticket),
    ...(ticket.reason === null ? {} : { reason: ticket.reason }),
    ...(waiting.length > 0 && waiting.every((part) => !part.stale)
      ? { planHash: hashOfPlans(waiting.map((part) => part.plan)) }
      : {}),
    subTickets: await Promise.all(subTickets.map((part) => viewSubTicket(parts, part))),
    ...(freeze ? { freeze } : {}),
    approvals: (await listApprovals(db, ticket.id)).map(({ comment, freezeOverride, ...approval }) => ({
      ...approval,
      ...(freezeOverride === null ? {} : { freezeOverride }),
      ...(comment === null ? {} : { comment }),
    })),
    history: (await listHistory(db, ticket.id)).map(({ by, ...line }) => ({ ...line, ...(by === null ? {} : { by }) })),
    abilities: {
      approve: abilityOf(await decideApproval(parts, db, actor, ticket), problems),
      reject: abilityOf(mayReject(actor, asked, roles), problems),
      withdraw: abilityOf(mayWithdraw(actor, asked), problems),
      ...(freeze ? { overrideFreeze: abilityOf(mayBegin(actor, freeze, 'override'), problems) } : {}),
    },
  };
}

/**
 * A plan whose facts moved is computed again before it is shown; where that is impossible, it is not shown as a plan. It is kept
 * although this only reads: approving compares hashes with the kept plan, so what one person was shown must be what another is
 * asked about. It decides nothing, only the first look after a change writes, and looking twice gives the same.
 */
async function listFreshSubTickets(parts: TicketParts, ticketId: string): Promise<readonly SubTicket[]> {
  const found = await listSubTickets(parts.db, ticketId);
  if (!waitingOf(found).some((part) => part.stale)) return found;
  try {
    await planAgain(parts, ticketId);
  } catch (error) {
    // A problem is told to whoever tries to approve or plans anew; the ticket itself must stay readable.
    if (!(error instanceof ProblemError)) parts.log.error('ticket not planned anew', { ticketId, error });
    return found;
  }
  return listSubTickets(parts.db, ticketId);
}

async function viewSubTicket({ db, tasks }: TicketParts, part: SubTicket) {
  const taskState = part.taskId === null ? undefined : await tasks.findTaskState(db, part.taskId);
  return {
    id: part.id,
    position: part.position,
    kind: part.kind,
    title: part.title,
    state: part.state,
    form: part.form,
    ...(part.stale ? {} : { plan: tasks.viewPlan(part.plan) }),
    ...(part.taskId === null ? {} : { taskId: part.taskId }),
    ...(isHeld(part) && part.heldUntil !== null ? { heldUntil: part.heldUntil } : {}),
    ...(taskState === undefined ? {} : { taskState: taskState.state }),
  };
}
