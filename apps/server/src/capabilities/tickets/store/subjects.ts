import '../tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { Place } from '../../auth/index.ts';
import { placesOfSubjects, type Subject, subjectOfRow, subjectRow } from '../../metadata/index.ts';

/** What a ticket is about, told anew: what it was about before is forgotten. */
export async function writeTicketSubjects(tx: Tx, ticketId: string, subjects: readonly Subject[]): Promise<void> {
  await tx.deleteFrom('ticket_subject').where('ticket_id', '=', ticketId).execute();
  const unlike = new Map(subjects.map((subject) => [`${subject.entity}/${subject.id}`, subject]));
  for (const subject of unlike.values())
    await tx
      .insertInto('ticket_subject')
      .values({ ticket_id: ticketId, ...subjectRow(subject) })
      .execute();
}

/** Where all it is about lies now. */
export async function listTicketPlaces(db: Reader, ticketId: string): Promise<readonly Place[]> {
  const rows = await db.selectFrom('ticket_subject').selectAll().where('ticket_id', '=', ticketId).execute();
  return placesOfSubjects(db, rows.map(subjectOfRow));
}
