import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Collection } from '../../../platform/filter/collection.ts';
import { compileFilter } from '../../../platform/filter/compile-filter.ts';
import { parseFilter } from '../../../platform/filter/parse-filter.ts';
import { readFields, readSort, type SortKey } from '../../../platform/filter/read-names.ts';
import {
  type Cell,
  countRows,
  type Prepared,
  type Row,
  readPlace,
  readRows,
  writePlace,
} from '../../../platform/filter/read-rows.ts';
import type { Resolved } from '../../../platform/filter/resolve-path.ts';
import { rowAlias } from '../../../platform/filter/rows-query.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import type { CustomFieldRecord } from '../extras/custom-field.ts';
import type { EntityKind } from '../records.ts';
import { type Sight, seenOnly, sightOf } from '../sight/sight.ts';
import { selectCustomFields } from '../store/extras.ts';
import { dimensions, standardFields } from './dimensions.ts';

export interface InventoryParts {
  readonly db: Reader;
}

export interface InventoryQuery {
  readonly where?: string | undefined;
  readonly fields?: string | undefined;
  readonly sort?: string | undefined;
}

export interface Asked {
  readonly collection: Collection;
  readonly fields: readonly Resolved[];
  readonly sort: readonly SortKey[];
  readonly where: RawBuilder<SqlBool> | undefined;
  readonly prepared: Prepared;
}

const kinds = ['host', 'instance', 'cluster', 'application'] as const;

/** A call as something the store can answer, within what the actor sees. @throws ProblemError DIMENSION_UNKNOWN, FILTER_INVALID, INPUT_INVALID */
export async function askInventory(
  { db }: InventoryParts,
  actor: Actor,
  dimension: string,
  { where, fields, sort }: InventoryQuery,
): Promise<Asked> {
  const kind = kinds.find((each) => each === dimension);
  if (!kind) throw new ProblemError('DIMENSION_UNKNOWN', { name: dimension, names: kinds.join(', ') });
  const query: Compilable = { kind, where, sight: sightOf(actor), fields, sort };
  // Fields people define may change at any moment; everything else means the same each time it is asked.
  const speaksOfFields = [where, fields, sort].some((text) => text?.includes('field'));
  if (speaksOfFields) return compile(query, await selectCustomFields(db));
  const text = JSON.stringify(query);
  const known = compiled.get(text);
  if (known) return known;
  const asked = compile(query, []);
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(text, asked);
  return asked;
}

/** A page that renews itself asks the same again and again. What is kept is made of the question and of how far one sees alone. */
const compiled = new Map<string, Asked>();
const mostCompiled = 500;

interface Compilable extends InventoryQuery {
  readonly kind: EntityKind;
  readonly sight: Sight;
}

function compile({ kind, where, sight, fields, sort }: Compilable, custom: readonly CustomFieldRecord[]): Asked {
  const catalogue = dimensions(custom, sight);
  const collection = catalogue[kind];
  const asked = where === undefined || where === '' ? undefined : parseFilter(where);
  const conditions = [
    seenOnly(kind, sight, rowAlias),
    asked && compileFilter(asked, collection, catalogue, rowAlias),
  ].filter((condition) => condition !== undefined);
  return {
    collection,
    fields: readFields(fields || standardFields[kind], collection, catalogue),
    sort: readSort(sort || 'name', collection, catalogue),
    where: conditions.length === 0 ? undefined : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`,
    prepared: new Map(),
  };
}

export type InventoryRow = Record<string, Cell>;

const toItem = ({ fields }: Asked, { key, cells }: Row): InventoryRow => ({
  id: String(key[0]),
  ...Object.fromEntries(fields.map(({ name }, at) => [name, cells[at] ?? null])),
});

export interface InventoryPage {
  readonly fields: string[];
  readonly items: InventoryRow[];
  readonly next?: string;
}

export async function listInventory(
  parts: InventoryParts,
  actor: Actor,
  dimension: string,
  query: InventoryQuery & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<InventoryPage> {
  const asked = await askInventory(parts, actor, dimension, query);
  const { collection, sort } = asked;
  const after = query.cursor === undefined ? undefined : readPlace(collection, sort, query.cursor);
  const rows = await readRows(parts.db, { ...asked, after, limit: query.limit + 1 }, asked.prepared);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    fields: asked.fields.map(({ name }) => name),
    items: shown.map((row) => toItem(asked, row)),
    ...(last && rows.length > query.limit ? { next: writePlace(collection, sort, last.place) } : {}),
  };
}

export async function countInventory(
  parts: InventoryParts,
  actor: Actor,
  dimension: string,
  where: string | undefined,
): Promise<number> {
  return countRows(parts.db, await askInventory(parts, actor, dimension, { where }));
}
