import '../tables.ts';
import type { DictionaryTag, SensitiveClass, TagState } from '@myriad/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { DictionaryTagTable } from '../tables.ts';

export interface KeptTag extends DictionaryTag {
  readonly columnId: string;
}

const tagOf = (row: Selectable<DictionaryTagTable>): KeptTag => ({
  columnId: row.object_id,
  class: row.class as SensitiveClass,
  state: row.state as TagState,
  source: row.source as DictionaryTag['source'],
  at: Number(row.at),
  ...(row.rule_id === null ? {} : { ruleId: row.rule_id }),
  ...(row.decided_by === null ? {} : { by: row.decided_by }),
});

/** Of these columns; at most some hundreds of them. */
export async function selectTags(
  db: Reader,
  columnIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptTag[]>> {
  if (columnIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('dictionary_tag')
    .selectAll()
    .where('object_id', 'in', [...columnIds])
    .orderBy('class')
    .execute();
  return Map.groupBy(rows.map(tagOf), ({ columnId }) => columnId);
}

export const putTag = (
  tx: Tx,
  { clusterId, tableId }: { readonly clusterId: string; readonly tableId: string },
  { columnId, class: kind, state, source, ruleId, by, at }: KeptTag,
): Promise<void> =>
  upsert(
    tx,
    'dictionary_tag',
    { object_id: columnId, class: kind },
    {
      ...{ cluster_id: clusterId, table_id: tableId, state, source, at },
      ...{ rule_id: ruleId ?? null, decided_by: by ?? null },
    },
  );

export async function deleteTag(tx: Tx, columnId: string, kind: SensitiveClass): Promise<void> {
  await tx.deleteFrom('dictionary_tag').where('object_id', '=', columnId).where('class', '=', kind).execute();
}

/** Classes of the living columns of these tables; refused ones not. */
export async function selectClasses(
  db: Reader,
  tableIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SensitiveClass[]>> {
  if (tableIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('dictionary_tag as t')
    .innerJoin('dictionary_column as c', 'c.id', 't.object_id')
    .select(['t.table_id', 't.class'])
    .distinct()
    .where('t.table_id', 'in', [...tableIds])
    .where('t.state', '<>', 'refused')
    .where('c.gone_at', 'is', null)
    .orderBy('t.class')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.table_id)].map(([id, some]) => [
      id,
      some.map((row) => row.class as SensitiveClass),
    ]),
  );
}

export async function countByRule(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('dictionary_tag')
    .select(({ fn }) => ['rule_id', fn.countAll().as('n')])
    .where('rule_id', 'is not', null)
    .where('state', '<>', 'refused')
    .groupBy('rule_id')
    .execute();
  return new Map(rows.map(({ rule_id, n }) => [rule_id ?? '', Number(n)]));
}

/** Suggestions, so long ago that nobody is left to judge their column; up to so many. */
export async function removeOldSuggestions(tx: Tx, before: number, limit: number): Promise<number> {
  const rows = await tx
    .selectFrom('dictionary_tag as t')
    .leftJoin('dictionary_column as c', 'c.id', 't.object_id')
    .select(['t.object_id', 't.class'])
    .where('t.decided_by', 'is', null)
    .where('t.at', '<=', before)
    .where('c.id', 'is', null)
    .limit(limit)
    .execute();
  for (const row of rows) await deleteTag(tx, row.object_id, row.class as SensitiveClass);
  return rows.length;
}
