import '../tables.ts';
import type { Selectable } from 'kysely';
import { newId } from '../../../platform/database/new-id.ts';
import type { Database, Reader, Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Person } from '../ticket.ts';

export type IntakeOutcome = 'received' | 'accepted' | 'refused';

/** A submission exactly as it came. */
export interface Intake {
  readonly id: string;
  readonly receivedAt: number;
  readonly source: string;
  readonly by: Person;
  /** JSON text, not looked at. */
  readonly body: string;
  readonly outcome: IntakeOutcome;
  /** The code it was refused with. */
  readonly problem: string | null;
  readonly ticketId: string | null;
}

const intakeOf = (row: Selectable<Database['ticket_intake']>): Intake => ({
  id: row.id,
  receivedAt: row.received_at,
  source: row.source,
  by: { id: row.by_id, name: row.by_name },
  body: row.body,
  outcome: row.outcome as IntakeOutcome,
  problem: row.problem,
  ticketId: row.ticket_id,
});

export async function addIntake(
  tx: Tx,
  intake: Pick<Intake, 'receivedAt' | 'source' | 'by' | 'body'>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('ticket_intake')
    .values({
      id,
      received_at: intake.receivedAt,
      source: intake.source,
      by_id: intake.by.id,
      by_name: intake.by.name,
      body: intake.body,
      outcome: 'received',
      problem: null,
      ticket_id: null,
    })
    .execute();
  return id;
}

export async function getIntake(db: Reader, id: string): Promise<Intake> {
  const row = await db.selectFrom('ticket_intake').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProblemError('TICKET_INTAKE_NOT_FOUND');
  return intakeOf(row);
}

/** Claims the submission for one ticket; false where it has become one already. The write holds the row. */
export async function acceptIntake(tx: Tx, id: string, ticketId: string): Promise<boolean> {
  const result = await tx
    .updateTable('ticket_intake')
    .set({ outcome: 'accepted', ticket_id: ticketId, problem: null })
    .where('id', '=', id)
    .where('outcome', '!=', 'accepted')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function refuseIntake(tx: Tx, id: string, problem: string): Promise<void> {
  await tx
    .updateTable('ticket_intake')
    .set({ outcome: 'refused', problem })
    .where('id', '=', id)
    .where('outcome', '!=', 'accepted')
    .execute();
}

export async function listIntake(
  db: Reader,
  filter: { outcome?: IntakeOutcome; before?: string; limit: number },
): Promise<readonly Intake[]> {
  const rows = await db
    .selectFrom('ticket_intake')
    .selectAll()
    .$if(filter.outcome !== undefined, (query) => query.where('outcome', '=', filter.outcome ?? ''))
    .$if(filter.before !== undefined, (query) => query.where('id', '<', filter.before ?? ''))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(intakeOf);
}
