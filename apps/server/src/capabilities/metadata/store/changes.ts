import { canonicalJson } from '@myriad/runbook';
import { newId } from '../../../platform/database/new-id.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { FieldChange } from '../changed-fields.ts';
import type { Change, HistoryKind, Source } from '../records.ts';
import { nameThings } from '../sight/name-things.ts';
import { changeSeen } from '../sight/seen-changes.ts';
import type { Sight } from '../sight/sight.ts';
import type { MetadataChangeTable } from '../tables.ts';

export interface ChangeSet {
  readonly entity: HistoryKind;
  readonly entityId: string;
  readonly about: 'record' | 'fact';
  readonly fields: readonly FieldChange[];
  readonly at: number;
  readonly source: Source;
}

/** Writes one history row a field, in the transaction that makes the change. */
export async function insertChanges(tx: Tx, { fields, source, ...set }: ChangeSet): Promise<void> {
  if (fields.length === 0) return;
  await tx
    .insertInto('metadata_change')
    .values(
      fields.map(({ field, before, after }) => ({
        id: newId(),
        entity: set.entity,
        entity_id: set.entityId,
        about: set.about,
        field,
        before_value: canonicalJson(before),
        after_value: canonicalJson(after),
        at: set.at,
        source_kind: source.kind,
        source_id: source.id,
        seq: null,
      })),
    )
    .execute();
}

/** Newest first; `before` is the id of the last change already seen. */
export async function selectChanges(
  db: Reader,
  filter: {
    entity?: HistoryKind | undefined;
    entityId?: string | undefined;
    before?: string | undefined;
    seenBy?: Sight | undefined;
    limit: number;
  },
): Promise<readonly Change[]> {
  let query = db.selectFrom('metadata_change').selectAll().orderBy('id', 'desc').limit(filter.limit);
  const seen = changeSeen(filter.seenBy && (await nameThings(db, filter.seenBy)));
  if (seen) query = query.where(seen);
  if (filter.entity) query = query.where('entity', '=', filter.entity);
  if (filter.entityId) query = query.where('entity_id', '=', filter.entityId);
  if (filter.before) query = query.where('id', '<', filter.before);
  return (await query.execute()).map(toChange);
}

export const toChange = (row: MetadataChangeTable): Change => ({
  id: row.id,
  entity: row.entity as HistoryKind,
  entityId: row.entity_id,
  about: row.about,
  field: row.field,
  before: JSON.parse(row.before_value ?? 'null'),
  after: JSON.parse(row.after_value ?? 'null'),
  at: Number(row.at),
  source: { kind: row.source_kind as Source['kind'], id: row.source_id },
});
