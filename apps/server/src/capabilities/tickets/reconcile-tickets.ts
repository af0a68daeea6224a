import { inTransaction } from '../../platform/database/in-transaction.ts';
import { followTask } from './follow-task.ts';
import type { TicketParts } from './parts.ts';
import { settleTicket } from './settle-ticket.ts';
import { listSubTickets } from './store/sub-tickets.ts';
import { listTickets, lockTicket } from './store/tickets.ts';

/** Runs the roll-up of every open ticket again from its tasks' rows: at start, and whenever in doubt. Changes only what is wrong. */
export async function reconcileTickets(parts: Pick<TicketParts, 'db' | 'clock' | 'tasks'>): Promise<void> {
  for (const state of ['approved', 'running', 'waiting'] as const) {
    let before: string | undefined;
    for (;;) {
      const tickets = await listTickets(parts.db, { state, limit: 200, ...(before === undefined ? {} : { before }) });
      for (const ticket of tickets) await reconcileTicket(parts, ticket.id);
      before = tickets.at(-1)?.id;
      if (tickets.length < 200) break;
    }
  }
}

const reconcileTicket = ({ db, clock, tasks }: Pick<TicketParts, 'db' | 'clock' | 'tasks'>, ticketId: string) =>
  inTransaction(db, async (tx) => {
    await lockTicket(tx, ticketId);
    for (const part of await listSubTickets(tx, ticketId)) {
      if (part.taskId === null) continue;
      const task = await tasks.findTaskState(tx, part.taskId);
      if (task) await followTask({ clock }, tx, { id: part.taskId, ...task });
    }
    await settleTicket(tx, clock, ticketId);
  });
