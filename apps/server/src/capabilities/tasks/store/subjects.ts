import '../tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { Place } from '../../auth/index.ts';
import { placesOfSubjects, type Subject, subjectOfRow, subjectRow } from '../../metadata/index.ts';

/** What a task is about, from its plan. */
export async function addTaskSubjects(tx: Tx, taskId: string, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects)
    await tx
      .insertInto('task_subject')
      .values({ task_id: taskId, ...subjectRow(subject) })
      .execute();
}

/** Where all it is about lies now. */
export async function listTaskPlaces(db: Reader, taskId: string): Promise<readonly Place[]> {
  const rows = await db.selectFrom('task_subject').selectAll().where('task_id', '=', taskId).execute();
  return placesOfSubjects(db, rows.map(subjectOfRow));
}
