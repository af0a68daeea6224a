import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { decideApproval } from './decide-approval.ts';
import { freezeOf } from './freeze-of.ts';
import { getVisibleTicket } from './get-visible-ticket.ts';
import type { NoteTicket } from './note-ticket.ts';
import type { TicketParts } from './parts.ts';
import { planAgain } from './plan-again.ts';
import { type FreezeChoice, mayBegin } from './policy.ts';
import { settleTicket, tellHistory } from './settle-ticket.ts';
import { changeSubTicket, listSubTickets } from './store/sub-tickets.ts';
import { lockTicket } from './store/tickets.ts';
import { addApproval } from './store/trail.ts';
import { hashOfPlans, waitingOf } from './ticket.ts';

/** Exactly the plan with the hash shown will run; where today's facts give another, it is kept and nothing is approved. */
export async function approveTicket(
  parts: TicketParts,
  actor: Actor,
  reference: string,
  verdict: {
    readonly planHash: string;
    readonly comment?: string | undefined;
    readonly freeze?: FreezeChoice | undefined;
  },
  note: NoteTicket,
): Promise<string> {
  const { db, clock, tasks } = parts;
  const seen = await getVisibleTicket(parts, actor, reference);
  requireAllowed(await decideApproval(parts, db, actor, seen));
  const today = await planAgain(parts, seen.id);
  if (today.changed || today.planHash !== verdict.planHash) throw new ProblemError('PLAN_CHANGED');
  return inTransaction(db, async (tx) => {
    const ticket = await lockTicket(tx, seen.id);
    requireAllowed(await decideApproval(parts, tx, actor, ticket));
    const waiting = waitingOf(await listSubTickets(tx, ticket.id));
    const plans = waiting.map((part) => part.plan);
    if (waiting.some((part) => part.stale) || hashOfPlans(plans) !== verdict.planHash)
      throw new ProblemError('PLAN_CHANGED');
    const freeze = await freezeOf(parts, tx, waiting);
    const choice = freeze && verdict.freeze;
    requireAllowed(mayBegin(actor, freeze, choice?.choice));
    const at = clock.now();
    const ownTicket = ticket.openedBy.id === actor.id;
    const by = { id: actor.id, name: actor.name };
    const { planHash, comment = null } = verdict;
    const freezeOverride =
      freeze && choice?.choice === 'override' ? { freeze: freeze.name, reason: choice.reason } : null;
    await addApproval(tx, ticket.id, { by, at, verdict: 'approved', comment, planHash, ownTicket, freezeOverride });
    for (const part of waiting) {
      const holding = choice?.choice === 'wait' ? await tasks.findFreeze(tx, part.kind) : undefined;
      if (holding) {
        await changeSubTicket(tx, part.id, { state: 'approved', heldUntil: holding.untilAt }, at);
        continue;
      }
      const task = await tasks.createTask(tx, part.plan, { ticketId: ticket.id, createdBy: actor.id });
      await changeSubTicket(tx, part.id, { state: 'approved', taskId: task.id }, at);
    }
    await tellHistory(tx, ticket.id, ownTicket ? 'approved-own' : 'approved', at, actor.name);
    if (choice)
      await tellHistory(
        tx,
        ticket.id,
        choice.choice === 'wait' ? 'approved-waits' : 'approved-in-freeze',
        at,
        actor.name,
      );
    await settleTicket(tx, clock, ticket.id);
    await note(tx, ticket.id);
    return ticket.id;
  });
}
