import type { Tx } from '../../../platform/database/schema.ts';
import type { RetentionRule } from '../../../platform/retention/retention.ts';
import '../tables.ts';

/** Tasks whose end lies before that moment and that have rows in the table, oldest end first. */
async function oldTasksWith(tx: Tx, table: 'task_event' | 'step_attempt', before: number, limit: number) {
  const rows = await tx
    .selectFrom('task')
    .select('id')
    .where('ended_at', '<', before)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom(table).select(`${table}.task_id`).whereRef(`${table}.task_id`, '=', 'task.id')),
    )
    .orderBy('ended_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

type Rows = 'task_event' | 'step_attempt';

/** Up to `limit` rows of one task. Its live log may have a million lines: never all of them in one transaction. */
const removeRowsOf: Readonly<Record<Rows, (tx: Tx, taskId: string, limit: number) => Promise<number>>> = {
  task_event: async (tx, taskId, limit) => {
    const query = tx.selectFrom('task_event').select('seq').where('task_id', '=', taskId);
    const rows = await query.orderBy('seq').limit(limit).execute();
    const last = rows.at(-1)?.seq;
    if (last === undefined) return 0;
    await tx.deleteFrom('task_event').where('task_id', '=', taskId).where('seq', '<=', last).execute();
    return rows.length;
  },
  step_attempt: async (tx, taskId, limit) => {
    const query = tx.selectFrom('step_attempt').select(['step_id', 'attempt']).where('task_id', '=', taskId);
    const rows = await query.limit(limit).execute();
    for (const { step_id, attempt } of rows)
      await tx
        .deleteFrom('step_attempt')
        .where('task_id', '=', taskId)
        .where('step_id', '=', step_id)
        .where('attempt', '=', attempt)
        .execute();
    return rows.length;
  },
};

const ofEndedTasks = (table: Rows, keepDays: number): RetentionRule => ({
  name: `${table}: of ended tasks`,
  keepDays,
  removeSome: async (tx, before, limit) => {
    let removed = 0;
    for (const id of await oldTasksWith(tx, table, before, limit)) {
      removed += await removeRowsOf[table](tx, id, limit - removed);
      if (removed >= limit) break;
    }
    return removed;
  },
});

/** Tasks, their steps with result and error, and who decided what stay for ever; a task that has not ended keeps everything. */
export const taskRetention: readonly RetentionRule[] = [
  ofEndedTasks('task_event', 90),
  ofEndedTasks('step_attempt', 400),
  {
    name: 'schedule_run: but the last of each schedule',
    keepDays: 400,
    removeSome: async (tx, before, limit) => {
      const rows = await tx
        .selectFrom('schedule_run as run')
        .select(['run.schedule_id', 'run.fire_at'])
        .where('run.fire_at', '<', before)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('schedule_run as later')
              .select('later.fire_at')
              .whereRef('later.schedule_id', '=', 'run.schedule_id')
              .whereRef('later.fire_at', '>', 'run.fire_at'),
          ),
        )
        .limit(limit)
        .execute();
      for (const row of rows)
        await tx
          .deleteFrom('schedule_run')
          .where('schedule_id', '=', row.schedule_id)
          .where('fire_at', '=', row.fire_at)
          .execute();
      return rows.length;
    },
  },
];
