import { type DictionaryIndex, type DictionaryTableDetail, dictionaryProblems } from '@myriad/contract';
import type { Db } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, abilityOf } from '../../../platform/policy/decision.ts';
import { findOwner } from '../find-owner.ts';
import { mayDescribe } from '../policy.ts';
import { selectGrowth } from '../store/growth.ts';
import { findLook, type KeptLook } from '../store/looks.ts';
import { selectColumnsOf, selectIndexesOf } from '../store/pages.ts';
import { type IndexRow, selectBy } from '../store/rows-of-batch.ts';
import { useOfRow } from './use-of-row.ts';
import { viewColumns, viewTables } from './view-rows.ts';

const growthShown = 400;

/** One table, with all that lies in it. @throws ProblemError DICTIONARY_OBJECT_NOT_FOUND */
export async function viewTable(
  db: Db,
  actor: Actor,
  { clusterId, tableId }: { readonly clusterId: string; readonly tableId: string },
): Promise<DictionaryTableDetail> {
  const [row] = await selectBy(db, 'dictionary_table', 'id', [tableId]);
  const [table] = row?.cluster_id === clusterId ? await viewTables(db, [row]) : [];
  if (!row || !table) throw new ProblemError('DICTIONARY_OBJECT_NOT_FOUND', { id: tableId });
  const look = await findLook(db, clusterId);
  const indexes = await selectIndexesOf(db, tableId);
  return {
    ...table,
    ...(look ? { look: { ...look, cluster: table.cluster } } : {}),
    columns: [...(await viewColumns(db, await selectColumnsOf(db, tableId)))],
    indexes: indexes.map((index) => viewIndex(index, look)),
    use: table.kind === 'table' ? useOfRow(row, look) : { state: 'unknown' },
    growth: (await selectGrowth(db, tableId, growthShown)).map((point) => ({ ...point })),
    abilities: { describe: abilityOf(mayDescribe(actor, await findOwner(db, clusterId)), dictionaryProblems) },
  };
}

/** What is found by words or by place is not counted as the other indexes are. */
const uncounted = /^(fulltext|spatial)$/i;

const viewIndex = (row: IndexRow, look: KeptLook | undefined): DictionaryIndex => ({
  ...{ id: row.id, name: row.name, unique: Number(row.is_unique) === 1, kind: row.kind },
  columns: JSON.parse(row.column_names) as string[],
  use: uncounted.test(row.kind) ? { state: 'unknown' } : useOfRow(row, look),
});
