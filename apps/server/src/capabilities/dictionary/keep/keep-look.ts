import { setImmediate } from 'node:timers/promises';
import type { Words } from '@myriad/contract';
import type { ServerPortrait, TableFacts } from '@myriad/mysql';
import { partValue } from '@myriad/mysql';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { harmlessText } from '../../findings/index.ts';
import type { LookedMember } from '../../sweeps/index.ts';
import { objectIdOf } from '../object-id.ts';
import { putGrowth } from '../store/growth.ts';
import { findLook, putLook } from '../store/looks.ts';
import { markGone, replaceRows } from '../store/rows-of-batch.ts';
import { markTablesGone, selectVanishedSchemas, selectVanishedTables } from '../store/vanished.ts';
import { chooseMember } from './choose-member.ts';
import { keepTables } from './keep-tables.ts';
import { schemaRow } from './rows-of-look.ts';
import { useOfCluster } from './use-of-cluster.ts';

/** Tables of one transaction; one with very many columns goes alone. */
const batchTables = 25;
const batchColumns = 1000;
/** Tables of a cluster whose growth is kept: the largest. */
const mostGrowing = 200;

/**
 * Brings the dictionary of a cluster up to what a deep look saw, in small transactions. What was not read is left as it was; what
 * was read whole and is missing is marked as gone, and stays. Run again after a crash it comes to the same.
 */
export async function keepLook(
  db: Db,
  clusterId: string,
  members: readonly LookedMember[],
  signal: AbortSignal,
): Promise<boolean> {
  const chosen = chooseMember(members);
  if (!chosen) return false;
  const { portrait } = chosen.look;
  const at = portrait.readAt;
  const before = await findLook(db, clusterId);
  if (before && before.at >= at) return false;
  const { contents, schemas } = portrait;
  const { told, counts } = useOfCluster(members);
  const tables = partValue(contents.tables) ?? [];
  const columns = Map.groupBy(partValue(contents.columns) ?? [], keyOf);
  const indexes = Map.groupBy(partValue(contents.indexes) ?? [], keyOf);
  const whole = { columns: isWhole(contents.columns), indexes: isWhole(contents.indexes) };

  await inTransaction(db, async (tx) => {
    await replaceRows(
      tx,
      'dictionary_schema',
      (partValue(schemas) ?? []).map((one) => schemaRow({ clusterId, at }, one)),
    );
    if (isWhole(schemas)) await markGone(tx, 'dictionary_schema', await selectVanishedSchemas(tx, clusterId, at), at);
  });
  for (const some of batchesOf(tables, (table) => columns.get(nameOf(table))?.length ?? 0)) {
    signal.throwIfAborted();
    await inTransaction(db, (tx) =>
      keepTables(tx, {
        ...{ clusterId, at, whole, counts, tables: some },
        columns: some.flatMap((table) => columns.get(nameOf(table)) ?? []),
        indexes: some.flatMap((table) => indexes.get(nameOf(table)) ?? []),
      }),
    );
    // The embedded store works in this very thread: let others in between.
    await setImmediate();
  }
  if (isWhole(contents.tables) && isWhole(schemas)) await forget(db, clusterId, at, contents.skipped);
  await inTransaction(db, async (tx) => {
    for (const { schema, name, rows, dataBytes, indexBytes } of largest(tables))
      await putGrowth(tx, objectIdOf(clusterId, 'table', schema, name), { at, rows, dataBytes, indexBytes });
    await putLook(tx, {
      ...{ clusterId, at, use: told, missing: missingOf(portrait) },
      from: { instanceId: chosen.instanceId, name: chosen.name },
      ...{ tables: tables.length, columns: partValue(contents.columns)?.length ?? 0 },
      skipped: contents.skipped.slice(0, 1000).map((one) => ({ ...one, schema: harmlessText(one.schema, 64) })),
    });
  });
  return true;
}

const isWhole = (part: { readonly ok: boolean; readonly more?: true }): boolean => part.ok && part.more !== true;
const nameOf = ({ schema, name }: Pick<TableFacts, 'schema' | 'name'>) => JSON.stringify([schema, name]);
const keyOf = ({ schema, table }: { readonly schema: string; readonly table: string }) =>
  JSON.stringify([schema, table]);

function* batchesOf(
  tables: readonly TableFacts[],
  widthOf: (table: TableFacts) => number,
): Generator<readonly TableFacts[]> {
  let some: TableFacts[] = [];
  let width = 0;
  for (const table of tables) {
    if (some.length >= batchTables || (some.length > 0 && width + widthOf(table) > batchColumns)) {
      yield some;
      [some, width] = [[], 0];
    }
    some.push(table);
    width += widthOf(table);
  }
  if (some.length > 0) yield some;
}

/** A schema left out for its size is not gone. */
async function forget(
  db: Db,
  clusterId: string,
  at: number,
  skipped: ServerPortrait['contents']['skipped'],
): Promise<void> {
  const except = skipped.map(({ schema }) => objectIdOf(clusterId, 'schema', schema));
  for (;;) {
    const gone = await selectVanishedTables(db, clusterId, at, { except, limit: 50 });
    if (gone.length === 0) return;
    await inTransaction(db, (tx) => markTablesGone(tx, gone, at));
    await setImmediate();
  }
}

const sizeOf = ({ dataBytes, indexBytes }: TableFacts) => (dataBytes ?? 0) + (indexBytes ?? 0);
const largest = (tables: readonly TableFacts[]) =>
  tables
    .filter(({ kind, dataBytes }) => kind === 'table' && dataBytes !== null)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, mostGrowing);

const cut: Words = { en: 'more than is read in one look', zh: '超过单次查看的读取上限' };

function missingOf({ schemas, contents: { tables, columns, indexes } }: ServerPortrait) {
  return Object.entries({ schemas, tables, columns, indexes }).flatMap(([part, read]) => {
    if (read.ok) return read.more ? [{ part, because: cut }] : [];
    const said = harmlessText(read.refused, 300);
    return [{ part, because: { en: said, zh: said } }];
  });
}
