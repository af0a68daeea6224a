import type { Reader } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { findTicket } from './store/tickets.ts';

/** For the tasks slice. */
export const findTicketOpener = async (db: Reader, ticketId: string): Promise<string | undefined> =>
  (await findTicket(db, ticketId))?.openedBy.id;

/** For the tasks slice: whoever opened a ticket may watch the tasks that fulfil it. */
export async function ownsTicket(db: Reader, actor: Actor, ticketId: string): Promise<boolean> {
  return (await findTicket(db, ticketId))?.openedBy.id === actor.id;
}
