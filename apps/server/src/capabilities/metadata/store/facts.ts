import { canonicalJson } from '@myriad/runbook';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { kindOf } from '../../../platform/database/store-of.ts';
import type { EntityKind, Fact } from '../records.ts';
import type { FactTable } from '../tables.ts';

const toFact = (row: FactTable): Fact => ({
  entity: row.entity as EntityKind,
  entityId: row.entity_id,
  name: row.name,
  value: JSON.parse(row.value),
  observedAt: Number(row.observed_at),
  source: { kind: row.source_kind as Fact['source']['kind'], id: row.source_id },
});

/** Two that record facts of one entity at once: the second waits for the first. SQLite has one writer anyway. */
export async function lockEntity(tx: Tx, entity: EntityKind, entityId: string): Promise<void> {
  if (kindOf(tx) === 'sqlite') return;
  await tx.selectFrom(entity).select('id').where('id', '=', entityId).forUpdate().execute();
}

const toRow = (fact: Fact): FactTable => ({
  entity: fact.entity,
  entity_id: fact.entityId,
  name: fact.name,
  value: canonicalJson(fact.value),
  observed_at: fact.observedAt,
  source_kind: fact.source.kind,
  source_id: fact.source.id,
});

export async function selectFacts(
  db: Reader,
  entity: EntityKind,
  entityId: string,
  names?: readonly string[],
): Promise<readonly Fact[]> {
  let query = db.selectFrom('fact').selectAll().where('entity', '=', entity).where('entity_id', '=', entityId);
  if (names) query = query.where('name', 'in', [...names]);
  return (await query.orderBy('name').execute()).map(toFact);
}

/** Every fact of these, at most a thousand at once. */
export async function selectAllFactsOf(
  db: Reader,
  entity: EntityKind,
  ids: readonly string[],
): Promise<readonly Fact[]> {
  const query = db.selectFrom('fact').selectAll().where('entity', '=', entity);
  return (
    await query
      .where('entity_id', 'in', [...ids])
      .orderBy('name')
      .execute()
  ).map(toFact);
}

export const selectFactsOfAll = async (db: Reader, entity: EntityKind): Promise<readonly Fact[]> =>
  (await db.selectFrom('fact').selectAll().where('entity', '=', entity).orderBy('name').execute()).map(toFact);

/** These facts of many, at most a thousand at once. */
export async function selectFactsOfMany(
  db: Reader,
  entity: EntityKind,
  entityIds: readonly string[],
  names: readonly string[],
): Promise<readonly Fact[]> {
  if (entityIds.length === 0) return [];
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('entity', '=', entity)
    .where('entity_id', 'in', [...entityIds])
    .where('name', 'in', [...names])
    .execute();
  return rows.map(toFact);
}

export async function insertFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  if (facts.length > 0) await tx.insertInto('fact').values(facts.map(toRow)).execute();
}

export async function updateFact(tx: Tx, fact: Fact): Promise<void> {
  const { entity, entity_id, name, ...rest } = toRow(fact);
  await tx
    .updateTable('fact')
    .set(rest)
    .where('entity', '=', entity)
    .where('entity_id', '=', entity_id)
    .where('name', '=', name)
    .execute();
}

/** The same values, seen again: one statement for all of them. */
export async function touchFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const [first] = facts;
  if (!first) return;
  await tx
    .updateTable('fact')
    .set({ observed_at: first.observedAt, source_kind: first.source.kind, source_id: first.source.id })
    .where('entity', '=', first.entity)
    .where('entity_id', '=', first.entityId)
    .where(
      'name',
      'in',
      facts.map(({ name }) => name),
    )
    .execute();
}
