import type { Reader } from '../../platform/database/schema.ts';
import type { TicketParts } from './parts.ts';
import { listApprovals } from './store/trail.ts';
import type { Freeze, SubTicket } from './ticket.ts';

/** For the tasks slice: the approval a task was made by let it begin within a change freeze, with a reason that stands on record. */
export async function overridesFreeze(db: Reader, ticketId: string, taskCreatedAt: number): Promise<boolean> {
  const approvals = await listApprovals(db, ticketId);
  const own = approvals.findLast(({ verdict, at }) => verdict === 'approved' && at <= taskCreatedAt);
  return (own?.freezeOverride ?? null) !== null;
}

/** The change freeze that holds any of these parts back now; of several the one that ends last. */
export async function freezeOf(
  { tasks }: Pick<TicketParts, 'tasks'>,
  db: Reader,
  parts: readonly Pick<SubTicket, 'kind'>[],
): Promise<Freeze | undefined> {
  const freezes: Freeze[] = [];
  for (const kind of new Set(parts.map((part) => part.kind))) {
    const freeze = await tasks.findFreeze(db, kind);
    if (freeze) freezes.push(freeze);
  }
  return freezes.toSorted((a, b) => b.untilAt - a.untilAt)[0];
}
