import '../fleet-tables.ts';
import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Place } from '../read/cursor.ts';
import { type FleetAsked, few, fromInstances } from './instances-asked.ts';

export interface ParameterRow {
  readonly id: string;
  readonly sort_key: string;
  readonly value: string;
  readonly at: number;
}

type ParameterAsked = FleetAsked & { readonly name: string; readonly value?: string | undefined };

/** One parameter on each instance asked for that has it, by the name of the instance. */
export async function pageParameters(
  db: Reader,
  asked: ParameterAsked,
  after: Place | undefined,
  limit: number,
): Promise<readonly ParameterRow[]> {
  const rows = await selectValues(db, asked, after);
  return rows.filter(({ value }) => asked.value === undefined || value === asked.value).slice(0, limit);
}

/** How many instances have each value, the commonest first. */
export async function countValues(db: Reader, asked: ParameterAsked, limit: number) {
  const counts = new Map<string, number>();
  for (const { value } of await selectValues(db, asked)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const found = [...counts].map(([value, instances]) => ({ value, instances }));
  return found.sort((a, b) => b.instances - a.instances || (a.value < b.value ? -1 : 1)).slice(0, limit);
}

/**
 * Joined here and not in the store: of 10,000 instances each table is read once, in a few milliseconds, where MySQL looks for each
 * instance in four tables and takes ten times as long.
 */
async function selectValues(db: Reader, asked: ParameterAsked, after?: Place): Promise<readonly ParameterRow[]> {
  const usualRows = db.selectFrom('dictionary_usual').select(['series', 'value']).where('name', '=', asked.name);
  const usual = new Map((await usualRows.execute()).map(({ series, value }) => [series, value]));
  if (usual.size === 0) return [];
  const behind = after
    ? sql<SqlBool>`and (i.name > ${after.sortKey} or (i.name = ${after.sortKey} and i.id > ${after.id}))`
    : sql``;
  const { rows: instances } = await sql<{ id: string; sort_key: string }>`
    select i.id as id, i.name as sort_key ${fromInstances(asked)} ${behind} order by i.name, i.id`.execute(db);
  if (instances.length === 0) return [];
  const ids = instances.length <= few ? instances.map(({ id }) => id) : undefined;
  const looks = await db
    .selectFrom('dictionary_parameters_of')
    .select(['instance_id', 'series', 'at'])
    .$if(ids !== undefined, (query) => query.where('instance_id', 'in', ids ?? []))
    .execute();
  const unusual = await db
    .selectFrom('dictionary_parameter')
    .select(['instance_id', 'value'])
    .where('name', '=', asked.name)
    .$if(ids !== undefined, (query) => query.where('instance_id', 'in', ids ?? []))
    .execute();
  const lookOf = new Map(looks.map((look) => [look.instance_id, look]));
  const own = new Map(unusual.map(({ instance_id, value }) => [instance_id, value]));
  return instances.flatMap(({ id, sort_key }) => {
    const look = lookOf.get(id);
    if (look === undefined) return [];
    const value = own.has(id) ? own.get(id) : usual.get(look.series);
    return value === undefined || value === null ? [] : [{ id, sort_key, value, at: Number(look.at) }];
  });
}
