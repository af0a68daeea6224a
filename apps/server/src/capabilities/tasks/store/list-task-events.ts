import type { TaskEvent } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { fromColumn } from './json-column.ts';

/** Events with a number above `after`, oldest first. */
export async function listTaskEvents(db: Reader, taskId: string, after: number, limit: number): Promise<TaskEvent[]> {
  const rows = await db
    .selectFrom('task_event')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    type: row.type as TaskEvent['type'],
    ...(row.step_id === null ? {} : { stepId: row.step_id }),
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.level === null ? {} : { level: row.level as NonNullable<TaskEvent['level']> }),
    ...(row.words === null ? {} : { words: fromColumn<NonNullable<TaskEvent['words']>>(row.words) }),
    ...(row.progress === null ? {} : { progress: fromColumn<NonNullable<TaskEvent['progress']>>(row.progress) }),
  }));
}
