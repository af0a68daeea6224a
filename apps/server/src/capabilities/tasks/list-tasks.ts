import type { TaskState, TaskSummary } from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { maySeeTask, seesAllTasks } from './policy.ts';
import { countSteps, listTaskRows, type TaskFilter, type TaskRow } from './store/list-tasks.ts';
import { listWaits } from './store/locks.ts';
import type { TaskParts } from './task-parts.ts';
import { summaryOf } from './view-task.ts';

export interface ListTasksQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: TaskState | undefined;
  readonly ticketId?: string | undefined;
  readonly parentId?: string | undefined;
}

/** Newest first. Whoever does not see all tasks lists those of an own ticket. */
export async function listTasks(parts: TaskParts, actor: Actor, query: ListTasksQuery): Promise<Page<TaskSummary>> {
  const { db, ownsTicket } = parts;
  if (!seesAllTasks(actor)) {
    if (query.ticketId === undefined) return { items: [] };
    requireAllowed(maySeeTask(actor, await ownsTicket(db, actor, query.ticketId)));
  }
  const filter: TaskFilter = query;
  const page = await readPage<TaskRow, TaskRow>(
    query,
    (after, limit) => listTaskRows(db, filter, after, limit),
    (row) => ({ createdAt: row.created_at, id: row.id }),
    (row) => row,
  );
  const ids = page.items.map((row) => row.id);
  const counts = await countSteps(db, ids);
  const waits = await listWaits(db, ids);
  return { ...page, items: page.items.map((row) => summaryOf(row, counts.get(row.id), waits)) };
}
