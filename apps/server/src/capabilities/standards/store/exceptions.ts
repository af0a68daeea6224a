import '../tables.ts';
import type { ExceptionScope } from '@myriad/contract';
import { lockRow } from '../../../platform/database/lock-row.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { StandardExceptionTable } from '../tables.ts';

export interface ExceptionRecord {
  readonly id: string;
  readonly rule: string;
  readonly scope: ExceptionScope;
  readonly owner: string;
  readonly reason: string;
  readonly by: string;
  readonly createdAt: number;
  readonly until: number;
  readonly endedAt: number | null;
  readonly endedBy: string | null;
}

const toRecord = (row: StandardExceptionTable): ExceptionRecord => ({
  id: row.id,
  rule: row.rule,
  scope: { kind: row.scope_kind, id: row.scope_id } as ExceptionScope,
  owner: row.owner,
  reason: row.reason,
  by: row.by_name,
  createdAt: Number(row.created_at),
  until: Number(row.until),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  endedBy: row.ended_by,
});

export async function insertException(
  tx: Tx,
  made: Omit<ExceptionRecord, 'id' | 'endedAt' | 'endedBy'>,
): Promise<ExceptionRecord> {
  const id = newId();
  await tx
    .insertInto('standard_exception')
    .values({
      ...{ id, rule: made.rule, scope_kind: made.scope.kind, scope_id: made.scope.id, owner: made.owner },
      ...{ reason: made.reason, by_name: made.by, created_at: made.createdAt, until: made.until },
      ...{ ended_at: null, ended_by: null, counted_at: null },
    })
    .execute();
  return { ...made, id, endedAt: null, endedBy: null };
}

export async function findException(db: Reader, id: string): Promise<ExceptionRecord | undefined> {
  const row = await db.selectFrom('standard_exception').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

export async function lockException(tx: Tx, id: string): Promise<ExceptionRecord | undefined> {
  const query = tx.selectFrom('standard_exception').selectAll().where('id', '=', id);
  const row = await lockRow(tx, query).executeTakeFirst();
  return row && toRecord(row);
}

export async function endExceptionRow(tx: Tx, id: string, at: number, by: string): Promise<void> {
  await tx.updateTable('standard_exception').set({ ended_at: at, ended_by: by }).where('id', '=', id).execute();
}

/** Those in force now. */
export async function listInForce(db: Reader, now: number, rule?: string): Promise<readonly ExceptionRecord[]> {
  let query = db.selectFrom('standard_exception').selectAll().where('until', '>', now).where('ended_at', 'is', null);
  if (rule !== undefined) query = query.where('rule', '=', rule);
  return (await query.orderBy('id').execute()).map(toRecord);
}

/** Those whose end has come and was not taken into account yet. */
export async function listUncounted(db: Reader, now: number): Promise<readonly ExceptionRecord[]> {
  const rows = await db
    .selectFrom('standard_exception')
    .selectAll()
    .where('counted_at', 'is', null)
    .where((where) => where.or([where('until', '<=', now), where('ended_at', 'is not', null)]))
    .limit(500)
    .execute();
  return rows.map(toRecord);
}

export async function markCounted(tx: Tx, ids: readonly string[], at: number): Promise<void> {
  if (ids.length > 0)
    await tx
      .updateTable('standard_exception')
      .set({ counted_at: at })
      .where('id', 'in', [...ids])
      .execute();
}

/** Newest first. */
export async function pageExceptions(
  db: Reader,
  filter: { readonly state: 'open' | 'over' | 'all'; readonly rule?: string | undefined; readonly now: number },
  after: Cursor | undefined,
  limit: number,
): Promise<readonly ExceptionRecord[]> {
  let query = db.selectFrom('standard_exception').selectAll();
  if (filter.state === 'open') query = query.where('until', '>', filter.now).where('ended_at', 'is', null);
  if (filter.state === 'over')
    query = query.where((where) => where.or([where('until', '<=', filter.now), where('ended_at', 'is not', null)]));
  if (filter.rule !== undefined) query = query.where('rule', '=', filter.rule);
  if (after)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toRecord);
}
