import type { Plan } from '@myriad/runbook';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { TicketParts } from './parts.ts';
import { tellHistory } from './settle-ticket.ts';
import { changeSubTicket, listSubTickets } from './store/sub-tickets.ts';
import { lockTicket } from './store/tickets.ts';
import { hashOfPlans, type SubTicket, waitingOf } from './ticket.ts';

/**
 * Plans every waiting part once more from today's facts and keeps what differs. Gives the hash an approver would agree to
 * now, and whether anything differed. The facts are read outside of any transaction.
 */
export async function planAgain(
  parts: Pick<TicketParts, 'db' | 'clock' | 'tasks'>,
  ticketId: string,
): Promise<{ readonly planHash: string; readonly changed: boolean }> {
  const waiting = waitingOf(await listSubTickets(parts.db, ticketId));
  const fresh = new Map<string, Plan>();
  for (const part of waiting) fresh.set(part.id, await parts.tasks.planTask(part.kind, part.taskInput));
  const differs = (part: SubTicket) => fresh.get(part.id)?.hash !== part.plan.hash;
  const changed = waiting.some(differs);
  if (changed || waiting.some((part) => part.stale)) await keepPlans(parts, ticketId, fresh, changed);
  return { planHash: hashOfPlans([...fresh.values()]), changed };
}

const keepPlans = (
  { db, clock }: Pick<TicketParts, 'db' | 'clock'>,
  ticketId: string,
  fresh: ReadonlyMap<string, Plan>,
  changed: boolean,
) =>
  inTransaction(db, async (tx) => {
    await lockTicket(tx, ticketId);
    const at = clock.now();
    const waiting = waitingOf(await listSubTickets(tx, ticketId)).filter((part) => fresh.has(part.id));
    for (const part of waiting) {
      const plan = fresh.get(part.id);
      if (plan) await changeSubTicket(tx, part.id, { plan, stale: false }, at);
    }
    // A stale part said so when it came back to wait.
    if (changed && waiting.some((part) => !part.stale)) await tellHistory(tx, ticketId, 'plan-changed', at);
  });
