import '../tables.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type {
  DictionaryColumnTable,
  DictionaryIndexTable,
  DictionarySchemaTable,
  DictionaryTableTable,
} from '../tables.ts';

export type TableRow = Selectable<DictionaryTableTable>;
export type ColumnRow = Selectable<DictionaryColumnTable>;
export type IndexRow = Selectable<DictionaryIndexTable>;
export type SchemaRow = Selectable<DictionarySchemaTable>;

interface Rows {
  dictionary_schema: SchemaRow;
  dictionary_table: TableRow;
  dictionary_column: ColumnRow;
  dictionary_index: IndexRow;
}
export type Kept = keyof Rows;

/** Some stores take no more than so many values in a statement. */
const piece = 100;

function* inPieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += piece) yield all.slice(from, from + piece);
}

/** Rows of a table of the dictionary whose `by` is one of these. */
export async function selectBy<T extends Kept>(
  db: Reader,
  table: T,
  by: 'id' | 'table_id',
  ids: readonly string[],
): Promise<readonly Rows[T][]> {
  const found: Rows[T][] = [];
  for (const some of inPieces(ids)) {
    const rows = await db
      .selectFrom(table as 'dictionary_column')
      .selectAll()
      .where(by, 'in', [...some])
      .execute();
    // The four tables are read alike; which columns come is the table's own.
    found.push(...(rows as unknown as Rows[T][]));
  }
  return found;
}

/** Puts rows in the place of those of the same ids. Nobody refers to them but by id, so a row may go and come. */
export async function replaceRows<T extends Kept>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Rows[T]>[],
): Promise<void> {
  for (const some of inPieces(rows as readonly ColumnRow[])) {
    const ids = some.map(({ id }) => id);
    await tx
      .deleteFrom(table as 'dictionary_column')
      .where('id', 'in', ids)
      .execute();
    await tx
      .insertInto(table as 'dictionary_column')
      .values([...some])
      .execute();
  }
}

/** They are as they were, and were seen again. */
export async function touchRows(tx: Tx, table: Kept, ids: readonly string[], seenAt: number): Promise<void> {
  for (const some of inPieces(ids))
    await tx
      .updateTable(table as 'dictionary_column')
      .set({ seen_at: seenAt })
      .where('id', 'in', [...some])
      .execute();
}

export async function markGone(tx: Tx, table: Kept, ids: readonly string[], at: number): Promise<void> {
  for (const some of inPieces(ids))
    await tx
      .updateTable(table as 'dictionary_column')
      .set({ gone_at: at })
      .where('id', 'in', [...some])
      .execute();
}
