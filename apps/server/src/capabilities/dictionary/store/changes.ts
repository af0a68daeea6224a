import '../tables.ts';
import type { DictionaryChange } from '@myriad/contract';
import { newId } from '../../../platform/database/new-id.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';

/** '' as cluster: of a rule. */
export async function insertChange(
  tx: Tx,
  clusterId: string,
  { objectId, at, by, subject, field, before, after }: Omit<DictionaryChange, 'id'>,
): Promise<void> {
  await tx
    .insertInto('dictionary_change')
    .values({
      ...{ id: newId(), cluster_id: clusterId, object_id: objectId, at, by, subject: subject.slice(0, 300), field },
      ...{ before_value: before, after_value: after },
    })
    .execute();
}

/** Newest first. */
export async function pageChanges(
  db: Reader,
  clusterId: string,
  objectId: string | undefined,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly DictionaryChange[]> {
  let query = db.selectFrom('dictionary_change').selectAll().where('cluster_id', '=', clusterId);
  if (objectId !== undefined) query = query.where('object_id', '=', objectId);
  if (after)
    query = query.where((where) =>
      where.or([
        where('at', '<', after.createdAt),
        where.and([where('at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    ...{ id: row.id, at: Number(row.at), by: row.by, objectId: row.object_id, subject: row.subject, field: row.field },
    ...{ before: row.before_value, after: row.after_value },
  }));
}
