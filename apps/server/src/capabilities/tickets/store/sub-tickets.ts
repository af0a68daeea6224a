import '../tables.ts';
import type { TicketState, Words } from '@myriad/contract';
import type { JsonObject, Plan } from '@myriad/runbook';
import type { Selectable } from 'kysely';
import type { Database, Reader, Tx } from '../../../platform/database/schema.ts';
import type { SubTicket } from '../ticket.ts';

// What stands in the JSON columns was written by this file, from values of these types.
const parse = <T>(text: string): T => JSON.parse(text) as T;

const subTicketOf = (row: Selectable<Database['sub_ticket']>): SubTicket => ({
  id: row.id,
  ticketId: row.ticket_id,
  position: row.position,
  kind: row.kind,
  title: parse<Words>(row.title),
  form: parse<JsonObject>(row.form),
  taskInput: parse<JsonObject>(row.task_input),
  state: row.state as TicketState,
  plan: parse<Plan>(row.plan),
  stale: row.stale === 1,
  taskId: row.task_id,
  heldUntil: row.held_until,
});

export async function addSubTicket(
  tx: Tx,
  part: Omit<SubTicket, 'stale' | 'taskId' | 'heldUntil'>,
  at: number,
): Promise<void> {
  await tx
    .insertInto('sub_ticket')
    .values({
      id: part.id,
      ticket_id: part.ticketId,
      position: part.position,
      kind: part.kind,
      title: JSON.stringify(part.title),
      form: JSON.stringify(part.form),
      task_input: JSON.stringify(part.taskInput),
      state: part.state,
      plan: JSON.stringify(part.plan),
      plan_hash: part.plan.hash,
      stale: 0,
      task_id: null,
      held_until: null,
      changed_at: at,
    })
    .execute();
}

export async function listSubTickets(db: Reader, ticketId: string): Promise<readonly SubTicket[]> {
  const rows = await db
    .selectFrom('sub_ticket')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('position')
    .execute();
  return rows.map(subTicketOf);
}

/** The tickets these tasks belong to. */
export async function listTicketIdsOf(db: Reader, taskIds: readonly string[]): Promise<readonly string[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('sub_ticket')
    .select('ticket_id')
    .distinct()
    .where('task_id', 'in', [...taskIds])
    .execute();
  return rows.map(({ ticket_id }) => ticket_id);
}

export async function findSubTicketByTask(db: Reader, taskId: string): Promise<SubTicket | undefined> {
  const row = await db.selectFrom('sub_ticket').selectAll().where('task_id', '=', taskId).executeTakeFirst();
  return row && subTicketOf(row);
}

export async function changeSubTicket(
  tx: Tx,
  id: string,
  patch: { state?: TicketState; plan?: Plan; stale?: boolean; taskId?: string | null; heldUntil?: number | null },
  at: number,
): Promise<void> {
  await tx
    .updateTable('sub_ticket')
    .set({
      ...(patch.state === undefined ? {} : { state: patch.state }),
      ...(patch.plan === undefined ? {} : { plan: JSON.stringify(patch.plan), plan_hash: patch.plan.hash }),
      ...(patch.stale === undefined ? {} : { stale: patch.stale ? 1 : 0 }),
      ...(patch.taskId === undefined ? {} : { task_id: patch.taskId }),
      ...(patch.heldUntil === undefined ? {} : { held_until: patch.heldUntil }),
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Ids of tickets with parts that wait for the end of a change freeze. */
export async function listHeldTicketIds(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sub_ticket')
    .select('ticket_id')
    .distinct()
    .where('held_until', 'is not', null)
    .where('state', '=', 'approved')
    .execute();
  return rows.map((row) => row.ticket_id);
}

export async function removeSubTickets(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('sub_ticket')
      .where('id', 'in', [...ids])
      .execute();
}
