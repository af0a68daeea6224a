import type { TaskState, TaskSummary } from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { sightOf } from '../metadata/index.ts';
import { operators } from './policy.ts';
import { countSteps, listTaskRows, type TaskFilter, type TaskRow } from './store/list-tasks.ts';
import { listWaits } from './store/locks.ts';
import type { TaskParts } from './task-parts.ts';
import { summaryOf } from './view-task.ts';

export interface ListTasksQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: TaskState | undefined;
  /** Any of these. */
  readonly states?: readonly TaskState[] | undefined;
  readonly ticketId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly clusterId?: string | undefined;
}

/** Newest first: what one operates within one's rights, and what fulfils own tickets. */
export async function listTasks(parts: TaskParts, actor: Actor, query: ListTasksQuery): Promise<Page<TaskSummary>> {
  const { db, ownTicketIds } = parts;
  const filter: TaskFilter = { ...query, seenBy: { sight: sightOf(actor, operators), own: ownTicketIds?.(actor.id) } };
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
