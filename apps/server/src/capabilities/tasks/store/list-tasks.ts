import type { TaskState } from '@myriad/contract';
import type { Plan } from '@myriad/runbook';
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { aboutCluster, aboutInstance, type Sight, workSeen } from '../../metadata/index.ts';
import type { TaskStepTable, TaskTable } from '../tables.ts';

export type TaskRow = Selectable<TaskTable>;

export interface TaskFilter {
  readonly state?: TaskState | undefined;
  /** Any of these. */
  readonly states?: readonly TaskState[] | undefined;
  readonly ticketId?: string | undefined;
  readonly parentId?: string | undefined;
  /** It, or its whole cluster. */
  readonly instanceId?: string | undefined;
  /** It, or one of its instances. */
  readonly clusterId?: string | undefined;
  readonly seenBy?: { readonly sight: Sight; readonly own: RawBuilder<string> | undefined };
}

/** The condition that somebody sees a task: it fulfils a ticket of theirs, or they work on all it is about. undefined: they see all. */
export async function taskSeen(db: Reader, by: TaskFilter['seenBy']): Promise<RawBuilder<SqlBool> | undefined> {
  if (!by) return undefined;
  const { sight, own: tickets } = by;
  const own = tickets && {
    is: sql<SqlBool>`${sql.ref('task.ticket_id')} in (${tickets})`,
    ids: sql`select tn.id from task as tn where tn.ticket_id in (${tickets})`,
  };
  return workSeen(db, sight, { table: 'task_subject', owner: 'task_id', ref: 'task.id' }, own);
}

/** Newest first. */
export async function listTaskRows(
  db: Reader,
  filter: TaskFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly TaskRow[]> {
  let query = db.selectFrom('task').selectAll();
  const seen = await taskSeen(db, filter.seenBy);
  if (seen) query = query.where(seen);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.states !== undefined) query = query.where('state', 'in', [...filter.states]);
  if (filter.ticketId !== undefined) query = query.where('ticket_id', '=', filter.ticketId);
  if (filter.parentId !== undefined) query = query.where('parent_id', '=', filter.parentId);
  if (filter.instanceId !== undefined)
    query = query.where(aboutInstance({ table: 'task_subject', owner: 'task_id', ref: 'task.id' }, filter.instanceId));
  if (filter.clusterId !== undefined)
    query = query.where(aboutCluster({ table: 'task_subject', owner: 'task_id', ref: 'task.id' }, filter.clusterId));
  if (after !== undefined)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Steps of each task: how many there are, and how many need nothing more. */
export async function countSteps(
  db: Reader,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly done: number; readonly total: number }>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task_step')
    .select(['task_id', 'state'])
    .select((select) => select.fn.countAll().as('n'))
    .where('task_id', 'in', [...taskIds])
    .groupBy(['task_id', 'state'])
    .execute();
  const counts = new Map<string, { done: number; total: number }>();
  for (const { task_id, state, n } of rows) {
    const count = counts.get(task_id) ?? { done: 0, total: 0 };
    count.total += Number(n);
    if (state === 'done' || state === 'skipped') count.done += Number(n);
    counts.set(task_id, count);
  }
  return counts;
}

/**
 * Open tasks that nothing will wake: begun or queued without a coming time, waiting for a lock nobody holds, or with an
 * unhandled request. `before`: their wake time passed earlier than that.
 */
export async function listStalled(db: Reader, before: number): Promise<readonly string[]> {
  const moving = await db
    .selectFrom('task')
    .select('id')
    .where('state', 'in', ['queued', 'running', 'undoing'])
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('task_step')
            .select('step_id')
            .whereRef('task_step.task_id', '=', 'task.id')
            .where('task_step.wake_at', '>=', before),
        ),
      ),
    )
    .execute();
  const free = await db
    .selectFrom('task')
    .select('id')
    .where('state', '=', 'waiting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('task_wait')
            .innerJoin('resource_lock', 'resource_lock.resource', 'task_wait.resource')
            .select('task_wait.resource')
            .whereRef('task_wait.task_id', '=', 'task.id'),
        ),
      ),
    )
    .execute();
  const asked = await db
    .selectFrom('task_request')
    .innerJoin('task', 'task.id', 'task_request.task_id')
    .select('task.id')
    .where('handled_at', 'is', null)
    .where('task_request.created_at', '<', before)
    .where('task.state', 'not in', ['done', 'failed', 'cancelled', 'undone'])
    .execute();
  return [...new Set([...moving, ...free, ...asked].map((row) => row.id))];
}

/** Every task that has not ended: woken at start, whatever the engine remembers. */
export async function listOpenTasks(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('task')
    .select('id')
    .where('state', 'in', ['queued', 'waiting', 'running', 'paused', 'undoing'])
    .orderBy('created_at')
    .execute();
  return rows.map((row) => row.id);
}

/** The oldest task that does exactly these steps and waits or runs; one that stopped and waits for a person is none. */
export async function findOpenTwin(
  db: Reader,
  { kind, hash }: Pick<Plan, 'kind' | 'hash'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('task')
    .select('id')
    .where('state', 'in', ['queued', 'waiting', 'running'])
    .where('kind', '=', kind)
    .where('plan_hash', '=', hash)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id;
}

export type StepRow = Selectable<TaskStepTable>;

/** Tasks that run or are being undone, oldest first, with those of their steps that have begun and not ended. */
export async function listBegunTasks(
  db: Reader,
): Promise<readonly { readonly task: TaskRow; readonly openSteps: readonly StepRow[] }[]> {
  const begun = ['running', 'undoing'];
  const tasks = await db.selectFrom('task').selectAll().where('state', 'in', begun).orderBy('created_at').execute();
  const steps = await db
    .selectFrom('task_step')
    .innerJoin('task', 'task.id', 'task_step.task_id')
    .selectAll('task_step')
    .where('task.state', 'in', begun)
    .where('task_step.state', 'in', ['running', 'undoing', 'waiting'])
    .orderBy('task_step.task_id')
    .orderBy('position')
    .execute();
  return tasks.map((task) => ({ task, openSteps: steps.filter((step) => step.task_id === task.id) }));
}

/** Tasks that stopped and wait for a person. */
export async function listPausedIds(db: Reader): Promise<readonly string[]> {
  const rows = await db.selectFrom('task').select('id').where('state', '=', 'paused').execute();
  return rows.map(({ id }) => id);
}
