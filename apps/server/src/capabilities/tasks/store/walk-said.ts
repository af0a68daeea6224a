import type { Words } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { jsonOf } from './json-column.ts';
import { type TaskFilter, taskSeen } from './list-tasks.ts';

/** A line a step said. */
export interface SaidByTask {
  readonly at: number;
  readonly taskId: string;
  readonly title: Words;
  readonly level: 'info' | 'warning' | 'error';
  readonly words: Words;
}

/** Epoch ms, both included; `about`: only of tasks about one of these things. */
export interface SaidRange {
  readonly from: number;
  readonly to: number;
  readonly about?: readonly string[];
}

const pageSize = 500;

/** What steps said, newest first, page by page. */
export async function* walkSaid(
  db: Reader,
  { from, to, about }: SaidRange,
  seenBy: TaskFilter['seenBy'],
): AsyncGenerator<readonly SaidByTask[]> {
  const seen = await taskSeen(db, seenBy);
  let last: { readonly at: number; readonly taskId: string; readonly seq: number } | undefined;
  for (;;) {
    let query = db
      .selectFrom('task_event')
      .innerJoin('task', 'task.id', 'task_event.task_id')
      .select(['task_event.at', 'task_event.task_id', 'task_event.seq', 'task_event.level', 'task_event.words'])
      .select('task.title')
      .where('task_event.at', '>=', from)
      .where('task_event.at', '<=', last?.at ?? to)
      .where('task_event.type', '=', 'log');
    if (seen) query = query.where(seen);
    if (about)
      query = query.where('task.id', 'in', (select) =>
        select
          .selectFrom('task_subject')
          .select('task_subject.task_id')
          .where('entity_id', 'in', [...about]),
      );
    const before = last;
    if (before)
      query = query.where((where) =>
        where.or([
          where('task_event.at', '<', before.at),
          where('task_event.task_id', '<', before.taskId),
          where.and([where('task_event.task_id', '=', before.taskId), where('task_event.seq', '<', before.seq)]),
        ]),
      );
    const rows = await query
      .orderBy('task_event.at', 'desc')
      .orderBy('task_event.task_id', 'desc')
      .orderBy('task_event.seq', 'desc')
      .limit(pageSize)
      .execute();
    yield rows.flatMap(({ at, task_id: taskId, level, words, title }): SaidByTask[] =>
      words === null
        ? []
        : [
            {
              at: Number(at),
              taskId,
              title: jsonOf(title),
              level: (level ?? 'info') as SaidByTask['level'],
              words: jsonOf(words),
            },
          ],
    );
    const end = rows.at(-1);
    if (!end || rows.length < pageSize) return;
    last = { at: Number(end.at), taskId: end.task_id, seq: end.seq };
  }
}
