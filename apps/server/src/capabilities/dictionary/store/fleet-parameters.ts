import '../fleet-tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

const piece = 100;

/** Waits for whoever keeps a look of the same series; must be the first statement of its transaction. */
export const holdSeries = (tx: Tx, series: string) => upsert(tx, 'dictionary_series', { series }, {});

export async function findParametersAt(db: Reader, instanceId: string): Promise<number | undefined> {
  const query = db.selectFrom('dictionary_parameters_of').select('at').where('instance_id', '=', instanceId);
  const row = await query.executeTakeFirst();
  return row && Number(row.at);
}

export const putParametersAt = (tx: Tx, instanceId: string, series: string, at: number) =>
  upsert(tx, 'dictionary_parameters_of', { instance_id: instanceId }, { series, at });

/** Whether any other instance of the series was looked at. */
export async function hasOthers(db: Reader, series: string, instanceId: string): Promise<boolean> {
  const query = db.selectFrom('dictionary_parameters_of').select('instance_id').where('series', '=', series);
  return (await query.where('instance_id', '<>', instanceId).limit(1).executeTakeFirst()) !== undefined;
}

type Values = ReadonlyMap<string, string | null>;

export async function selectUsual(db: Reader, series: string): Promise<Values> {
  const rows = await db.selectFrom('dictionary_usual').select(['name', 'value']).where('series', '=', series).execute();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

export async function insertUsual(tx: Tx, series: string, values: Values): Promise<void> {
  const rows = [...values].map(([name, value]) => ({ name, series, value }));
  for (let from = 0; from < rows.length; from += piece)
    await tx
      .insertInto('dictionary_usual')
      .values(rows.slice(from, from + piece))
      .execute();
}

/** What differs from the usual on it; only what changed is written. */
export async function putUnusual(tx: Tx, instanceId: string, wanted: Values): Promise<void> {
  const query = tx.selectFrom('dictionary_parameter').select(['name', 'value']).where('instance_id', '=', instanceId);
  const kept = new Map((await query.execute()).map(({ name, value }) => [name, value]));
  const left = [...kept.keys()].filter((name) => !wanted.has(name) || wanted.get(name) !== kept.get(name));
  const come = [...wanted].filter(([name, value]) => !kept.has(name) || kept.get(name) !== value);
  for (let from = 0; from < left.length; from += piece)
    await tx
      .deleteFrom('dictionary_parameter')
      .where('instance_id', '=', instanceId)
      .where('name', 'in', left.slice(from, from + piece))
      .execute();
  for (let from = 0; from < come.length; from += piece)
    await tx
      .insertInto('dictionary_parameter')
      .values(come.slice(from, from + piece).map(([name, value]) => ({ name, instance_id: instanceId, value })))
      .execute();
}

/** Names that begin so, of every series. */
export async function selectNames(db: Reader, prefix: string, limit: number): Promise<readonly string[]> {
  const query = db.selectFrom('dictionary_usual').select('name').distinct();
  const rows = await query
    .where('name', '>=', prefix)
    .where('name', '<', `${prefix}\u{10FFFF}`)
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map(({ name }) => name);
}

/** Parameters of instances nobody looked at for so long, up to so many; tells how many. */
export async function removeOldParameters(tx: Tx, before: number, limit: number): Promise<number> {
  const query = tx.selectFrom('dictionary_parameters_of').select('instance_id').where('at', '<=', before);
  const ids = (await query.limit(limit).execute()).map((row) => row.instance_id);
  for (const table of ['dictionary_parameter', 'dictionary_parameters_of'] as const)
    if (ids.length > 0) await tx.deleteFrom(table).where('instance_id', 'in', ids).execute();
  return ids.length;
}
