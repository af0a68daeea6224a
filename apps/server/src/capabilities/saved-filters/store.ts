import './tables.ts';
import type { SavedFilter } from '@myriad/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import { upsert } from '../../platform/database/upsert.ts';
import type { SavedFilterTable } from './tables.ts';

const filterOf = ({ id, page, name, address, changed_at }: Selectable<SavedFilterTable>): SavedFilter => ({
  ...{ id, page, name, address },
  changedAt: changed_at,
});

export async function selectFilters(db: Reader, userId: string, page?: string): Promise<readonly SavedFilter[]> {
  const rows = await db
    .selectFrom('saved_filter')
    .selectAll()
    .where('user_id', '=', userId)
    .$if(page !== undefined, (query) => query.where('page', '=', page ?? ''))
    .orderBy('page')
    .orderBy('name')
    .execute();
  return rows.map(filterOf);
}

export const putFilter = (tx: Tx, userId: string, { id, page, name, address, changedAt }: SavedFilter): Promise<void> =>
  upsert(tx, 'saved_filter', { id }, { user_id: userId, page, name, address, changed_at: changedAt });

/** false: there was none of this person. */
export async function deleteFilter(tx: Tx, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('saved_filter')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
