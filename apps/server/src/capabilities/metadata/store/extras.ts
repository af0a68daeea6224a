import type { Words } from '@myriad/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { CustomFieldRecord, CustomValueText } from '../extras/custom-field.ts';
import type { EntityKind } from '../records.ts';
import { nameThings } from '../sight/name-things.ts';
import { type Sight, speaksOfSeen } from '../sight/sight.ts';
import type { CustomFieldTable } from '../tables.ts';

// Labels.

/** Of many records at once, by their ids; one without a label is not in the answer. */
export async function selectLabelsOfMany(
  db: Reader,
  entity: EntityKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('label')
    .select(['entity_id', 'label_key', 'value'])
    .where('entity', '=', entity)
    .where('entity_id', 'in', [...ids])
    .orderBy('label_key')
    .execute();
  const byRecord = Map.groupBy(rows, ({ entity_id }) => entity_id);
  return new Map(
    [...byRecord].map(([id, labels]) => [id, Object.fromEntries(labels.map((row) => [row.label_key, row.value]))]),
  );
}

export async function selectLabels(
  db: Reader,
  entity: EntityKind,
  entityId: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await db
    .selectFrom('label')
    .select(['label_key', 'value'])
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .orderBy('label_key')
    .execute();
  return Object.fromEntries(rows.map(({ label_key, value }) => [label_key, value]));
}

export interface LabelCount {
  readonly dimension: EntityKind;
  readonly key: string;
  readonly value: string;
  readonly count: number;
}

export async function countLabels(
  db: Reader,
  filter: {
    readonly dimension?: EntityKind | undefined;
    readonly key?: string | undefined;
    readonly seenBy?: Sight;
  },
  limit: number,
): Promise<LabelCount[]> {
  let query = db
    .selectFrom('label')
    .select(({ fn }) => ['entity', 'label_key', 'value', fn.countAll<number>().as('n')])
    .groupBy(['entity', 'label_key', 'value'])
    .orderBy('entity')
    .orderBy('label_key')
    .orderBy('value')
    .limit(limit);
  if (filter.dimension) query = query.where('entity', '=', filter.dimension);
  if (filter.key) query = query.where('label_key', '=', filter.key);
  const seenBy = filter.seenBy && (await nameThings(db, filter.seenBy));
  if (seenBy !== undefined && seenBy !== 'everything')
    query = query.where(speaksOfSeen(seenBy, sql.ref('label.entity'), sql.ref('label.entity_id'), 'all'));
  return (await query.execute()).map(({ entity, label_key: key, value, n }) => ({
    dimension: entity as EntityKind,
    key,
    value,
    count: Number(n),
  }));
}

export async function writeLabel(
  tx: Tx,
  of: { readonly entity: EntityKind; readonly entityId: string; readonly key: string; readonly value: string | null },
): Promise<void> {
  const keys = { entity: of.entity, entity_id: of.entityId, label_key: of.key };
  if (of.value !== null) return upsert(tx, 'label', keys, { value: of.value });
  await tx
    .deleteFrom('label')
    .where('entity', '=', of.entity)
    .where('entity_id', '=', of.entityId)
    .where('label_key', '=', of.key)
    .execute();
}

// Custom fields.

const toField = (row: Selectable<CustomFieldTable>): CustomFieldRecord => ({
  id: row.id,
  dimension: row.entity as EntityKind,
  name: row.name,
  type: row.type as CustomFieldRecord['type'],
  required: Number(row.required) !== 0,
  words: JSON.parse(row.words) as Words,
  choices: JSON.parse(row.choices) as string[],
  createdAt: Number(row.created_at),
});

const toRow = (field: CustomFieldRecord): CustomFieldTable => ({
  id: field.id,
  entity: field.dimension,
  name: field.name,
  type: field.type,
  required: field.required ? 1 : 0,
  words: JSON.stringify(field.words),
  choices: JSON.stringify(field.choices),
  created_at: field.createdAt,
});

export async function selectCustomFields(
  db: Reader,
  dimension?: EntityKind | undefined,
): Promise<readonly CustomFieldRecord[]> {
  const query = db.selectFrom('custom_field').selectAll().orderBy('entity').orderBy('name');
  return (await (dimension ? query.where('entity', '=', dimension) : query).execute()).map(toField);
}

/** How many things have a value, by the field's id. */
export async function countFilled(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('custom_value')
    .select(({ fn }) => ['field_id', fn.countAll<number>().as('n')])
    .groupBy('field_id')
    .execute();
  return new Map(rows.map(({ field_id, n }) => [field_id, Number(n)]));
}

export async function countChoice(db: Reader, fieldId: string, choice: string): Promise<number> {
  const row = await db
    .selectFrom('custom_value')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('field_id', '=', fieldId)
    .where('value', '=', choice)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

export const insertCustomField = async (tx: Tx, field: CustomFieldRecord): Promise<void> => {
  await tx.insertInto('custom_field').values(toRow(field)).execute();
};

export const updateCustomField = async (tx: Tx, field: CustomFieldRecord): Promise<void> => {
  await tx.updateTable('custom_field').set(toRow(field)).where('id', '=', field.id).execute();
};

/** With all its values; says how many there were. */
export async function deleteCustomField(tx: Tx, id: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('custom_value').where('field_id', '=', id).executeTakeFirst();
  await tx.deleteFrom('custom_field').where('id', '=', id).execute();
  return Number(numDeletedRows);
}

/** By the field's id. */
export async function selectCustomValues(db: Reader, entityId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('custom_value')
    .select(['field_id', 'value'])
    .where('entity_id', '=', entityId)
    .execute();
  return new Map(rows.map(({ field_id, value }) => [field_id, value]));
}

export async function writeCustomValue(
  tx: Tx,
  fieldId: string,
  entityId: string,
  value: CustomValueText | null,
): Promise<void> {
  const keys = { field_id: fieldId, entity_id: entityId };
  if (value !== null) return upsert(tx, 'custom_value', keys, { value: value.text, number: value.number });
  await tx.deleteFrom('custom_value').where('field_id', '=', fieldId).where('entity_id', '=', entityId).execute();
}

/** What goes with a record that goes. Ids are unique over all dimensions. */
export async function deleteExtras(tx: Tx, entity: EntityKind, entityId: string): Promise<void> {
  await tx.deleteFrom('label').where('entity', '=', entity).where('entity_id', '=', entityId).execute();
  await tx.deleteFrom('custom_value').where('entity_id', '=', entityId).execute();
}
