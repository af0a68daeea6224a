import '../tables.ts';
import type { TicketState, Words } from '@myriad/contract';
import type { JsonObject } from '@myriad/runbook';
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database, Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { aboutCluster, aboutInstance, type Sight, workSeen } from '../../metadata/index.ts';
import { parseNumber, type Ticket } from '../ticket.ts';

// What stands in the JSON columns was written by this file, from values of these types.
const parse = <T>(text: string): T => JSON.parse(text) as T;

const ticketOf = (row: Selectable<Database['ticket']>): Ticket => ({
  id: row.id,
  number: `${row.letter}-${row.number}`,
  kind: row.kind,
  title: parse<Words>(row.title),
  state: row.state as TicketState,
  form: parse<JsonObject>(row.form),
  reason: row.reason,
  applicationId: row.application_id,
  openedBy: { id: row.opened_by_id, name: row.opened_by_name },
  openedAt: row.opened_at,
  closedAt: row.closed_at,
});

/** The next number of a letter; holds the letter's row, so numbers have no gap but a rolled-back one. */
export async function takeNumber(tx: Tx, letter: string): Promise<number> {
  await upsert(tx, 'ticket_number', { letter }, {});
  await tx
    .updateTable('ticket_number')
    .set((eb) => ({ last: eb('last', '+', 1) }))
    .where('letter', '=', letter)
    .execute();
  const row = await tx
    .selectFrom('ticket_number')
    .select('last')
    .where('letter', '=', letter)
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function addTicket(
  tx: Tx,
  ticket: Omit<Ticket, 'number' | 'closedAt'> & { readonly letter: string; readonly number: number },
): Promise<void> {
  await tx
    .insertInto('ticket')
    .values({
      id: ticket.id,
      letter: ticket.letter,
      number: ticket.number,
      kind: ticket.kind,
      title: JSON.stringify(ticket.title),
      state: ticket.state,
      form: JSON.stringify(ticket.form),
      reason: ticket.reason,
      application_id: ticket.applicationId,
      opened_by_id: ticket.openedBy.id,
      opened_by_name: ticket.openedBy.name,
      opened_at: ticket.openedAt,
      closed_at: null,
      locked: 0,
    })
    .execute();
}

/** By id or by number (`R-17`). */
export async function findTicket(db: Reader, reference: string): Promise<Ticket | undefined> {
  const number = parseNumber(reference);
  const row = await db
    .selectFrom('ticket')
    .selectAll()
    .$if(number === undefined, (query) => query.where('id', '=', reference))
    .$if(number !== undefined, (query) =>
      query.where('letter', '=', number?.letter ?? '').where('number', '=', number?.number ?? 0),
    )
    .executeTakeFirst();
  return row && ticketOf(row);
}

export async function getTicket(db: Reader, reference: string): Promise<Ticket> {
  const ticket = await findTicket(db, reference);
  if (!ticket) throw new ProblemError('TICKET_NOT_FOUND');
  return ticket;
}

/** Holds the ticket's row until the transaction ends. The write does it: `for update` is unknown to SQLite. */
export async function lockTicket(tx: Tx, id: string): Promise<Ticket> {
  await tx
    .updateTable('ticket')
    .set((eb) => ({ locked: eb('locked', '+', 1) }))
    .where('id', '=', id)
    .execute();
  return getTicket(tx, id);
}

export async function listTickets(
  db: Reader,
  filter: {
    state?: TicketState;
    openedById?: string;
    /** It, or its whole cluster. */
    instanceId?: string;
    /** It, or one of its instances. */
    clusterId?: string;
    /** Only these. */
    among?: readonly string[];
    before?: string;
    seenBy?: { readonly personId: string; readonly sight: Sight };
    limit: number;
  },
): Promise<readonly Ticket[]> {
  const seen = await ticketSeen(db, filter.seenBy);
  const { instanceId, clusterId, among } = filter;
  const about = { table: 'ticket_subject', owner: 'ticket_id', ref: 'ticket.id' };
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .$if(seen !== undefined, (query) => query.where(seen ?? sql<SqlBool>`1 = 1`))
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? ''))
    .$if(instanceId !== undefined, (query) => query.where(aboutInstance(about, instanceId ?? '')))
    .$if(clusterId !== undefined, (query) => query.where(aboutCluster(about, clusterId ?? '')))
    // An empty list is no SQL, and no id is empty.
    .$if(among !== undefined, (query) => query.where('id', 'in', among?.length ? [...among] : ['']))
    .$if(filter.openedById !== undefined, (query) => query.where('opened_by_id', '=', filter.openedById ?? ''))
    .$if(filter.before !== undefined, (query) => query.where('id', '<', filter.before ?? ''))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(ticketOf);
}

/** The condition that somebody sees a ticket: it is theirs, or they work on all it is about. undefined: they see all. */
export async function ticketSeen(
  db: Reader,
  by: { readonly personId: string; readonly sight: Sight } | undefined,
): Promise<RawBuilder<SqlBool> | undefined> {
  if (!by) return undefined;
  const own = { is: sql<SqlBool>`${sql.ref('ticket.opened_by_id')} = ${by.personId}`, ids: ownTicketIds(by.personId) };
  return workSeen(db, by.sight, { table: 'ticket_subject', owner: 'ticket_id', ref: 'ticket.id' }, own);
}

/** Ids of the tickets somebody opened, to be looked for in another table. */
export const ownTicketIds = (personId: string): RawBuilder<string> =>
  sql`select ot.id from ticket as ot where ot.opened_by_id = ${personId}`;

export async function setTicketState(tx: Tx, id: string, state: TicketState, closedAt: number | null): Promise<void> {
  await tx.updateTable('ticket').set({ state, closed_at: closedAt }).where('id', '=', id).execute();
}
