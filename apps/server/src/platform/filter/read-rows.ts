import { createHash } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import { z } from 'zod';
import { readOpaque, writeOpaque } from '../database/opaque.ts';
import type { Reader } from '../database/schema.ts';
import { kindOf } from '../database/store-of.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Collection, ValueType } from './collection.ts';
import type { SortKey } from './read-names.ts';
import { type Ask, boundaryQuery, countQuery, rowsQuery, type Scalar } from './rows-query.ts';

export type Cell = string | number | boolean | null | unknown[] | { [name: string]: unknown };

export interface Row {
  /** Of the primary key, in its order. */
  readonly key: readonly Scalar[];
  /** In the order of the fields asked for. */
  readonly cells: readonly Cell[];
  /** Where the rows after it begin. */
  readonly place: readonly Scalar[];
}

/** Statements of first pages, as text, by store and limit: kept beside a question that is asked again and again. */
export type Prepared = Map<string, CompiledQuery<Record<string, unknown>>>;

export async function readRows(db: Reader, ask: Ask, prepared?: Prepared): Promise<readonly Row[]> {
  const { rows } = await db.executeQuery(statementOf(db, ask, prepared));
  return rows.map((row) => {
    const place = placeOf(ask, row);
    return {
      key: place.slice(ask.sort.length),
      place,
      cells: ask.fields.map(({ column }, at) => cellOf(row[`v${at}`], column.type)),
    };
  });
}

function statementOf(db: Reader, ask: Ask, prepared: Prepared | undefined): CompiledQuery<Record<string, unknown>> {
  if (!prepared || ask.after || ask.until) return rowsQuery(ask).compile(db);
  const name = `${kindOf(db)} ${ask.limit}`;
  const statement = prepared.get(name) ?? rowsQuery(ask).compile(db);
  if (prepared.size < mostPrepared) prepared.set(name, statement);
  return statement;
}

const mostPrepared = 10;

function placeOf({ sort, collection }: Pick<Ask, 'sort' | 'collection'>, row: Record<string, unknown>): Scalar[] {
  const types = sort.map(({ resolved: { column } }) => column.type);
  return [...sort, ...collection.key].map((_, at) => {
    const value = row[`o${at}`];
    const type = types[at];
    return type === undefined || type === 'text' || type === 'date' ? (value as Scalar) : Number(value);
  });
}

/** Where a search that looks at `skip` rows ends; undefined: at the end of the table. */
export async function findBoundary(
  db: Reader,
  ask: Omit<Ask, 'fields' | 'limit'> & { readonly skip: number },
): Promise<readonly Scalar[] | undefined> {
  const { rows } = await boundaryQuery(ask).execute(db);
  return rows[0] && placeOf(ask, rows[0]);
}

export async function countRows(db: Reader, ask: Pick<Ask, 'collection' | 'where'>): Promise<number> {
  const { rows } = await countQuery(ask).execute(db);
  return Number(rows[0]?.n ?? 0);
}

function cellOf(value: unknown, type: ValueType): Cell {
  if (value === null || value === undefined) return null;
  if (type === 'json') return tryJson(String(value));
  if (type === 'boolean') return Number(value) !== 0;
  return type === 'number' || type === 'time' ? Number(value) : String(value);
}

function tryJson(text: string): Cell {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const Place = z.array(z.union([z.string(), z.number()]));

const orderOf = ({ name, key }: Collection, sort: readonly SortKey[]): string =>
  createHash('sha256')
    .update(JSON.stringify([name, key, sort.map(({ resolved, descending }) => [resolved.name, descending])]))
    .digest('base64url')
    .slice(0, 8);

/** A place in a list, as text; it holds for this list in this order only. */
export const writePlace = (collection: Collection, sort: readonly SortKey[], place: readonly Scalar[]): string =>
  writeOpaque([orderOf(collection, sort), ...place]);

/** @throws ProblemError INPUT_INVALID for anything `writePlace` did not write for this list in this order */
export function readPlace(collection: Collection, sort: readonly SortKey[], cursor: string): readonly Scalar[] {
  const [order, ...place] = Place.safeParse(readOpaque(cursor)).data ?? [];
  if (order === orderOf(collection, sort) && place.length === sort.length + collection.key.length) return place;
  const words = {
    en: 'is not a cursor this list gave out in this order',
    zh: '不是此列表以当前排序返回的游标',
  };
  throw new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: 'query.cursor', words }]);
}
