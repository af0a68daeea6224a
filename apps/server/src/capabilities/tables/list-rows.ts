import type { RawBuilder, SqlBool } from 'kysely';
import { readOpaque, writeOpaque } from '../../platform/database/opaque.ts';
import type { Reader } from '../../platform/database/schema.ts';
import type { Collection } from '../../platform/filter/collection.ts';
import { compileFilter } from '../../platform/filter/compile-filter.ts';
import type { Expression } from '../../platform/filter/expression.ts';
import { parseFilter } from '../../platform/filter/parse-filter.ts';
import { mostFields, readFields, readSort, type SortKey } from '../../platform/filter/read-names.ts';
import { type Cell, findBoundary, type Row, readPlace, readRows, writePlace } from '../../platform/filter/read-rows.ts';
import type { Resolved } from '../../platform/filter/resolve-path.ts';
import { rowAlias, type Scalar } from '../../platform/filter/rows-query.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';

/**
 * Rows one call looks at. The embedded store answers on the server's own thread: a search through millions of rows in one go
 * would hold everybody up. So a search goes piece by piece, and whoever asks decides whether to go on.
 */
export const mostLookedAt = 20_000;

export interface RowsQuery {
  readonly where?: string | undefined;
  readonly fields?: string | undefined;
  readonly sort?: string | undefined;
}

export interface AskedRows {
  readonly collection: Collection;
  readonly fields: readonly Resolved[];
  readonly sort: readonly SortKey[];
  readonly where: RawBuilder<SqlBool> | undefined;
  /** Of the filter, what is true of every row it finds and an index may help with: narrows a search before it begins. */
  readonly narrow: RawBuilder<SqlBool> | undefined;
  readonly newestFirst: true;
}

/** @throws ProblemError FILTER_INVALID, INPUT_INVALID */
export function askRows(collection: Collection, { where, fields, sort }: RowsQuery): AskedRows {
  const catalogue = { [collection.name]: collection };
  const expression = where === undefined || where.trim() === '' ? undefined : parseFilter(where);
  const compile = (part: Expression) => compileFilter(part, collection, catalogue, rowAlias);
  const equal = expression ? equalitiesOf(expression) : [];
  const every = collection.columns.slice(0, mostFields).map(({ name }) => name);
  return {
    collection,
    fields: readFields(fields || every.join(','), collection, catalogue),
    sort: sort ? readSort(sort, collection, catalogue) : [],
    where: expression && compile(expression),
    narrow: equal.length > 0 ? compile({ kind: 'and', parts: equal }) : undefined,
    newestFirst: true,
  };
}

const equalitiesOf = (expression: Expression): readonly Expression[] => {
  if (expression.kind === 'and') return expression.parts.flatMap(equalitiesOf);
  return expression.kind === 'comparison' && expression.operator === '=' ? [expression] : [];
};

export interface RowsPage {
  readonly fields: string[];
  readonly items: { readonly key: string; readonly cells: Cell[] }[];
  readonly next?: string;
}

export async function listRows(
  db: Reader,
  collection: Collection,
  query: RowsQuery & { readonly limit: number; readonly cursor?: string | undefined },
  lookAt = mostLookedAt,
): Promise<RowsPage> {
  const asked = askRows(collection, query);
  await refuseLargeSort(db, asked, lookAt);
  const { sort, fields } = asked;
  const after = query.cursor === undefined ? undefined : readPlace(collection, sort, query.cursor);
  const { rows, next } = await readPiece(db, asked, after, query.limit, lookAt);
  return {
    fields: fields.map(({ name }) => name),
    items: rows.map(({ key, cells }) => ({ key: writeKey(key), cells: cells.map(shorten) })),
    ...(next ? { next: writePlace(collection, sort, next) } : {}),
  };
}

export interface Piece {
  readonly rows: readonly Row[];
  /** Where the next piece begins; none: that was all. */
  readonly next?: readonly Scalar[];
}

/** What is found in the next so many rows, at most `limit`. */
export async function readPiece(
  db: Reader,
  asked: AskedRows,
  after: readonly Scalar[] | undefined,
  limit: number,
  lookAt = mostLookedAt,
): Promise<Piece> {
  const { narrow, where } = asked;
  const isSearch = where !== undefined && asked.sort.length === 0;
  const until = isSearch ? await findBoundary(db, { ...asked, where: narrow, after, skip: lookAt - 1 }) : undefined;
  const found = await readRows(db, { ...asked, after, until, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const next = found.length > limit ? rows.at(-1)?.place : until;
  return { rows, ...(next ? { next } : {}) };
}

/** An order that is not the key's has to read the whole table first. */
async function refuseLargeSort(db: Reader, asked: AskedRows, most: number): Promise<void> {
  if (asked.sort.length === 0) return;
  const { collection } = asked;
  const isLarge = await findBoundary(db, { collection, sort: [], newestFirst: true, skip: most });
  if (isLarge)
    throw new ProblemError('TABLE_TOO_LARGE_TO_SORT', {
      table: collection.name,
      most,
      key: collection.key.join(', '),
    });
}

const longestCell = 2000;

/** A list is for looking; an export has everything. */
const shorten = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell;

export const writeKey = (key: readonly Scalar[]): string => writeOpaque(key);

export function readKey(text: string, table: string): readonly Scalar[] {
  const key = readOpaque(text);
  const isScalar = (part: unknown): part is Scalar => typeof part === 'string' || typeof part === 'number';
  if (Array.isArray(key) && key.every(isScalar)) return key;
  throw new ProblemError('TABLE_ROW_NOT_FOUND', { table, key: text });
}
