import '../tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

export interface KeptNote {
  readonly objectId: string;
  readonly note: string;
  /** '' = inherited. */
  readonly owner: string;
}

/** What people wrote of these things. */
export async function selectNotes(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, KeptNote>> {
  const found = new Map<string, KeptNote>();
  const wanted = [...new Set(ids)];
  for (let from = 0; from < wanted.length; from += 500) {
    const rows = await db
      .selectFrom('dictionary_note')
      .select(['object_id', 'note', 'owner'])
      .where('object_id', 'in', wanted.slice(from, from + 500))
      .execute();
    for (const { object_id, note, owner } of rows) found.set(object_id, { objectId: object_id, note, owner });
  }
  return found;
}

export const putNote = (
  tx: Tx,
  { objectId, note, owner }: KeptNote,
  of: { readonly clusterId: string; readonly subject: string; readonly at: number; readonly by: string },
): Promise<void> =>
  upsert(
    tx,
    'dictionary_note',
    { object_id: objectId },
    {
      ...{ cluster_id: of.clusterId, subject: of.subject, note, owner, search_text: note.toLowerCase() },
      ...{ changed_at: of.at, changed_by: of.by },
    },
  );

export interface ObjectFound {
  readonly id: string;
  readonly clusterId: string;
  readonly kind: 'schema' | 'table' | 'column';
  /** `shop.visit.phone`. */
  readonly subject: string;
  readonly tableId?: string;
}

/** A schema, table or column of a cluster by id; gone ones too, for what was said of them stays true. */
export async function findObject(db: Reader, clusterId: string, id: string): Promise<ObjectFound | undefined> {
  const schema = await db
    .selectFrom('dictionary_schema')
    .select('name')
    .where('id', '=', id)
    .where('cluster_id', '=', clusterId)
    .executeTakeFirst();
  if (schema) return { id, clusterId, kind: 'schema', subject: schema.name };
  const table = await db
    .selectFrom('dictionary_table')
    .select(['schema_name', 'name'])
    .where('id', '=', id)
    .where('cluster_id', '=', clusterId)
    .executeTakeFirst();
  if (table) return { id, clusterId, kind: 'table', subject: `${table.schema_name}.${table.name}` };
  const column = await db
    .selectFrom('dictionary_column')
    .select(['schema_name', 'table_name', 'name', 'table_id'])
    .where('id', '=', id)
    .where('cluster_id', '=', clusterId)
    .executeTakeFirst();
  if (!column) return undefined;
  const subject = `${column.schema_name}.${column.table_name}.${column.name}`;
  return { id, clusterId, kind: 'column', subject, tableId: column.table_id };
}
