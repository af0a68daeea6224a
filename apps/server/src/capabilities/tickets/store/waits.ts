import '../tables.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Sight } from '../../metadata/index.ts';
import { ticketSeen } from './tickets.ts';

/** When a ticket was asked for, first approved and done; epoch ms. */
export interface Waits {
  readonly openedAt: number;
  readonly approvedAt: number;
  /** null: not over, or over without having been done. */
  readonly doneAt: number | null;
}

/** Of the tickets somebody sees and that were approved since then. */
export async function listWaits(
  db: Reader,
  since: number,
  seenBy: { readonly personId: string; readonly sight: Sight },
): Promise<readonly Waits[]> {
  const seen = await ticketSeen(db, seenBy);
  let query = db
    .selectFrom('ticket_approval')
    .innerJoin('ticket', 'ticket.id', 'ticket_approval.ticket_id')
    .where('ticket_approval.verdict', '=', 'approved')
    .where('ticket_approval.at', '>=', since);
  if (seen) query = query.where(seen);
  const rows = await query
    .groupBy(['ticket.id', 'ticket.opened_at', 'ticket.closed_at', 'ticket.state'])
    .select(({ fn }) => [
      'ticket.opened_at as opened',
      'ticket.closed_at as closed',
      'ticket.state as state',
      fn.min('ticket_approval.at').as('approved'),
    ])
    .execute();
  return rows.map(({ opened, closed, state, approved }) => ({
    openedAt: Number(opened),
    approvedAt: Number(approved),
    doneAt: state === 'done' && closed !== null ? Number(closed) : null,
  }));
}
