import type { LockHolder } from '@myriad/runbook';
import { isDuplicateKey } from '../../../platform/database/is-duplicate-key.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';

/** Two tasks tried at the same moment; the transaction is rolled back and tried again. */
export class LockRace extends Error {}

/**
 * All or nothing; returns who stands in the way (and writes the wait down), or nothing when all are held.
 * A child takes a resource its parent holds under a name of their own: children exclude one another, not their parent.
 * Who waited before for one of the resources goes first, so that nobody starves.
 */
export async function takeLocks(
  tx: Tx,
  taskId: string,
  resources: readonly string[],
  now: number,
): Promise<readonly LockHolder[]> {
  if (resources.length === 0) return [];
  const names = await namesFor(tx, taskId, [...resources].sort());
  const held = await tx.selectFrom('resource_lock').selectAll().where('resource', 'in', names).execute();
  const own = new Set(held.filter((row) => row.task_id === taskId).map((row) => row.resource));
  const inTheWay = held
    .filter((row) => row.task_id !== taskId)
    .map((row): LockHolder => ({ resource: row.resource, taskId: row.task_id }));
  const wanted = names.filter((name) => !own.has(name));
  const found = inTheWay.length > 0 ? inTheWay : await waitersBefore(tx, taskId, wanted);
  if (found.length > 0) {
    await writeWait(tx, taskId, names, found, now);
    return found;
  }
  await tx.deleteFrom('task_wait').where('task_id', '=', taskId).execute();
  for (const resource of wanted) await takeOne(tx, resource, taskId, now);
  return [];
}

async function takeOne(tx: Tx, resource: string, taskId: string, now: number): Promise<void> {
  try {
    await tx.insertInto('resource_lock').values({ resource, task_id: taskId, acquired_at: now }).execute();
  } catch (cause) {
    if (!isDuplicateKey(cause)) throw cause;
    throw new LockRace(`lock ${resource} was taken in the same moment`, { cause });
  }
}

async function namesFor(tx: Tx, taskId: string, resources: readonly string[]): Promise<readonly string[]> {
  const task = await tx.selectFrom('task').select('parent_id').where('id', '=', taskId).executeTakeFirst();
  const parentId = task?.parent_id;
  if (!parentId) return resources;
  const held = await tx
    .selectFrom('resource_lock')
    .select('resource')
    .where('task_id', '=', parentId)
    .where('resource', 'in', [...resources])
    .execute();
  const ofParent = new Set(held.map((row) => row.resource));
  return resources.map((resource) => (ofParent.has(resource) ? `${resource}@${parentId}` : resource));
}

/** Live tasks that waited for one of these before this one did (or while this one did not wait at all). */
async function waitersBefore(tx: Tx, taskId: string, resources: readonly string[]): Promise<readonly LockHolder[]> {
  if (resources.length === 0) return [];
  const waits = await tx
    .selectFrom('task_wait')
    .innerJoin('task', 'task.id', 'task_wait.task_id')
    .select(['task_wait.task_id', 'task_wait.resource', 'task_wait.since'])
    .where('task.state', '=', 'waiting')
    .where('task_wait.resource', 'in', [...resources])
    .execute();
  const own = waits.find((wait) => wait.task_id === taskId);
  const isBefore = (wait: { task_id: string; since: number }) =>
    own === undefined || wait.since < own.since || (wait.since === own.since && wait.task_id < taskId);
  return waits
    .filter((wait) => wait.task_id !== taskId && isBefore(wait))
    .map((wait) => ({ resource: wait.resource, taskId: wait.task_id }));
}

/** One row a wanted resource, so that everybody who frees one of them finds the waiter. */
async function writeWait(
  tx: Tx,
  taskId: string,
  names: readonly string[],
  holders: readonly LockHolder[],
  now: number,
): Promise<void> {
  const before = await tx.selectFrom('task_wait').selectAll().where('task_id', '=', taskId).execute();
  const since = before[0]?.since ?? now;
  const holderOf = new Map(holders.map((holder) => [holder.resource, holder.taskId]));
  await tx.deleteFrom('task_wait').where('task_id', '=', taskId).execute();
  await tx
    .insertInto('task_wait')
    .values(
      names.map((resource) => ({ task_id: taskId, resource, holder_task_id: holderOf.get(resource) ?? '', since })),
    )
    .execute();
}

/** Lets go of everything the task holds and waits for; returns the tasks to wake, longest waiting first. */
export async function freeLocks(tx: Tx, taskId: string): Promise<readonly string[]> {
  const held = await tx.selectFrom('resource_lock').select('resource').where('task_id', '=', taskId).execute();
  const waited = await tx.selectFrom('task_wait').select('resource').where('task_id', '=', taskId).execute();
  const resources = [...held, ...waited].map((row) => row.resource);
  if (resources.length === 0) return [];
  await tx.deleteFrom('resource_lock').where('task_id', '=', taskId).execute();
  await tx.deleteFrom('task_wait').where('task_id', '=', taskId).execute();
  const waiters = await tx
    .selectFrom('task_wait')
    .select(['task_id', 'since'])
    .where('resource', 'in', resources)
    .orderBy('since')
    .orderBy('task_id')
    .execute();
  return [...new Set(waiters.map((row) => row.task_id))];
}

/** Whom a task waits for; a resource taken under a parent's name is shown by its own. */
export async function listWaits(db: Reader, taskIds: readonly string[]) {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('task_wait')
    .selectAll()
    .where('task_id', 'in', [...taskIds])
    .where('holder_task_id', '!=', '')
    .orderBy('resource')
    .execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    resource: row.resource.split('@')[0] ?? row.resource,
    holderTaskId: row.holder_task_id,
  }));
}
