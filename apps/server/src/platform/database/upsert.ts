import type { Insertable } from 'kysely';
import type { Database, Tx } from './schema.ts';
import { kindOf } from './store-of.ts';

/**
 * Inserts a row, or changes `values` of the row that has these `keys` already. `keys` must be the primary key or a unique key.
 * Never `replace`: that deletes first.
 */
export async function upsert<Table extends keyof Database & string>(
  tx: Tx,
  table: Table,
  keys: Partial<Insertable<Database[Table]>>,
  values: Partial<Insertable<Database[Table]>>,
): Promise<void> {
  // The row type of a table chosen at run time is beyond the builder's types; the signature above keeps callers honest.
  const row = { ...keys, ...values } as never;
  const insert = tx.insertInto(table).values(row);
  const changed = Object.keys(values).length > 0 ? values : keys;
  if (kindOf(tx) === 'sqlite') {
    await insert
      .onConflict((conflict) => conflict.columns(Object.keys(keys) as never[]).doUpdateSet(changed as never))
      .execute();
    return;
  }
  await insert.onDuplicateKeyUpdate(changed as never).execute();
}
