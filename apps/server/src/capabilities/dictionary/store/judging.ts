import '../tables.ts';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { JudgedColumn } from '../rules/judge-column.ts';

export interface WaitingColumn extends JudgedColumn {
  readonly id: string;
  readonly clusterId: string;
  readonly tableId: string;
}

const fields = ['id', 'cluster_id', 'table_id', 'name', 'type', 'comment'] as const;
const columnOf = (row: {
  id: string;
  cluster_id: string;
  table_id: string;
  name: string;
  type: string;
  comment: string;
}): WaitingColumn => ({
  ...{ id: row.id, clusterId: row.cluster_id, tableId: row.table_id },
  ...{ name: row.name, type: row.type, comment: row.comment },
});

/** Living columns not yet judged by the rules of this mark. */
export async function selectWaiting(db: Reader, mark: string, limit: number): Promise<readonly WaitingColumn[]> {
  const rows = await db
    .selectFrom('dictionary_column')
    .select([...fields])
    // Two ranges of the index, where "is not" would be a walk over all of it.
    .where((where) => where.or([where('judged', '<', mark), where('judged', '>', mark)]))
    .where('gone_at', 'is', null)
    .limit(limit)
    .execute();
  return rows.map(columnOf);
}

export async function countWaiting(db: Reader, mark: string): Promise<number> {
  const { n } = await db
    .selectFrom('dictionary_column')
    .select(({ fn }) => fn.countAll().as('n'))
    .where((where) => where.or([where('judged', '<', mark), where('judged', '>', mark)]))
    .where('gone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** As they are now; nobody decides on their tags until the transaction ends. */
export async function lockColumns(tx: Tx, ids: readonly string[]): Promise<readonly WaitingColumn[]> {
  if (ids.length === 0) return [];
  const query = tx
    .selectFrom('dictionary_column')
    .select([...fields])
    .where('id', 'in', [...ids])
    .orderBy('id');
  return (await lockRow(tx, query).execute()).map(columnOf);
}

export async function markJudged(tx: Tx, ids: readonly string[], mark: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('dictionary_column')
    .set({ judged: mark })
    .where('id', 'in', [...ids])
    .execute();
}
