import type { Reader } from '../database/schema.ts';
import './tables.ts';

/** What should have been handed over before then and was not: how many, and since when (epoch ms). */
export async function overdue(
  db: Reader,
  before: number,
): Promise<{ readonly count: number; readonly since: number | undefined }> {
  const row = await db
    .selectFrom('outbox')
    .where('due_at', '<', before)
    .select(({ fn }) => [fn.countAll().as('count'), fn.min('due_at').as('since')])
    .executeTakeFirst();
  const since = row?.since ?? null;
  return { count: Number(row?.count ?? 0), since: since === null ? undefined : Number(since) };
}
