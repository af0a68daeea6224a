import '../tables.ts';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Place } from '../read/cursor.ts';
import { type Asked, clusterAsked, conditionsOf, nameFound } from './asked.ts';
import type { ColumnRow, IndexRow, SchemaRow, TableRow } from './rows-of-batch.ts';

const afterPlace = ({ sortKey, id }: Place): RawBuilder<SqlBool> =>
  sql<SqlBool>`(d.sort_key > ${sortKey} or (d.sort_key = ${sortKey} and d.id > ${id}))`;

async function pageOf<Row>(
  db: Reader,
  table: string,
  conditions: readonly RawBuilder<SqlBool>[],
  after: Place | undefined,
  limit: number,
): Promise<readonly Row[]> {
  const all = after ? [...conditions, afterPlace(after)] : conditions;
  const { rows } = await sql<Row>`select d.* from ${sql.table(table)} as d
    where ${sql.join([...all], sql` and `)} order by d.sort_key, d.id limit ${limit}`.execute(db);
  return rows;
}

async function pageAsked<Row>(
  db: Reader,
  of: 'schema' | 'table' | 'column',
  asked: Asked,
  after: Place | undefined,
  limit: number,
): Promise<readonly Row[]> {
  const table = `dictionary_${of}`;
  return pageOf<Row>(db, table, conditionsOf(await nameFound(db, table, asked), of), after, limit);
}
export const pageSchemas = (db: Reader, asked: Asked, after: Place | undefined, limit: number) =>
  pageAsked<SchemaRow>(db, 'schema', asked, after, limit);
export const pageTables = (db: Reader, asked: Asked, after: Place | undefined, limit: number) =>
  pageAsked<TableRow>(db, 'table', asked, after, limit);
export const pageColumns = (db: Reader, asked: Asked, after: Place | undefined, limit: number) =>
  pageAsked<ColumnRow>(db, 'column', asked, after, limit);

/**
 * Unused for so long up to the last look, which asked every member, and saw the thing itself. A unique index guards something
 * and a full text index is not counted, so neither is ever one.
 */
function unusedConditions(asked: Asked, days: number): readonly RawBuilder<SqlBool>[] {
  const quiet = days * 24 * 3_600_000;
  return [
    clusterAsked(asked),
    sql<SqlBool>`d.gone_at is null`,
    sql<SqlBool>`d.quiet_since is not null`,
    ...(asked.schema === undefined ? [] : [sql<SqlBool>`d.schema_name = ${asked.schema}`]),
    sql<SqlBool>`exists (select 1 from dictionary_look as l where l.cluster_id = d.cluster_id and l.use_known = 1
      and d.seen_at >= l.at and d.quiet_since <= l.at - ${sql.lit(quiet)})`,
  ];
}

export const pageUnusedIndexes = (db: Reader, asked: Asked, days: number, after: Place | undefined, limit: number) =>
  pageOf<IndexRow>(
    db,
    'dictionary_index',
    [...unusedConditions(asked, days), sql`d.is_unique = 0`, sql`upper(d.kind) not in ('FULLTEXT', 'SPATIAL')`],
    after,
    limit,
  );
export const pageUnusedTables = (db: Reader, asked: Asked, days: number, after: Place | undefined, limit: number) =>
  pageOf<TableRow>(db, 'dictionary_table', [...unusedConditions(asked, days), sql`d.kind = 'table'`], after, limit);

/** Living ones of a table, in their order. */
export const selectColumnsOf = (db: Reader, tableId: string): Promise<readonly ColumnRow[]> =>
  db
    .selectFrom('dictionary_column')
    .selectAll()
    .where('table_id', '=', tableId)
    .where('gone_at', 'is', null)
    .orderBy('position')
    .limit(5000)
    .execute();
export const selectIndexesOf = (db: Reader, tableId: string): Promise<readonly IndexRow[]> =>
  db
    .selectFrom('dictionary_index')
    .selectAll()
    .where('table_id', '=', tableId)
    .where('gone_at', 'is', null)
    .orderBy('name')
    .limit(1000)
    .execute();

/** How many there are by a filter. */
export async function countOf(db: Reader, asked: Asked, what: 'tables' | 'columns'): Promise<number> {
  const [table, of] =
    what === 'tables' ? (['dictionary_table', 'table'] as const) : (['dictionary_column', 'column'] as const);
  const conditions = conditionsOf(await nameFound(db, table, asked), of);
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} as d
    where ${sql.join([...conditions], sql` and `)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
