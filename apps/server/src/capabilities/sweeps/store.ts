import './tables.ts';
import type { PortraitChange } from '@myriad/contract';
import { newId } from '../../platform/database/new-id.ts';
import type { Cursor } from '../../platform/database/page.ts';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import { upsert } from '../../platform/database/upsert.ts';

export const findPacked = async (db: Reader, instanceId: string): Promise<string | undefined> =>
  (await db.selectFrom('instance_portrait').select('packed').where('instance_id', '=', instanceId).executeTakeFirst())
    ?.packed;

/** When the last deep look was; undefined: there was none. */
export const findReadAt = async (db: Reader, instanceId: string): Promise<number | undefined> =>
  (await db.selectFrom('instance_portrait').select('read_at').where('instance_id', '=', instanceId).executeTakeFirst())
    ?.read_at;

/** When each instance was last looked at deeply. */
export const listLooks = async (db: Reader): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.selectFrom('instance_portrait').select(['instance_id', 'read_at']).execute();
  return new Map(rows.map(({ instance_id, read_at }) => [instance_id, Number(read_at)]));
};

export const putPacked = (tx: Tx, instanceId: string, readAt: number, packed: string): Promise<void> =>
  upsert(tx, 'instance_portrait', { instance_id: instanceId }, { read_at: readAt, packed });

export async function insertPortraitChanges(
  tx: Tx,
  instanceId: string,
  at: number,
  changes: readonly Omit<PortraitChange, 'id' | 'at'>[],
): Promise<void> {
  // Some stores take no more than so many values in a statement.
  for (let from = 0; from < changes.length; from += 100)
    await tx
      .insertInto('portrait_change')
      .values(
        changes.slice(from, from + 100).map(({ part, name, before, after }) => ({
          ...{ id: newId(), instance_id: instanceId, at, part, name: name.slice(0, 500) },
          ...{ before_value: before, after_value: after },
        })),
      )
      .execute();
}

export async function pagePortraitChanges(
  db: Reader,
  instanceId: string,
  after: Cursor | undefined,
  limit: number,
  part?: PortraitChange['part'],
): Promise<readonly PortraitChange[]> {
  let query = db.selectFrom('portrait_change').selectAll().where('instance_id', '=', instanceId);
  if (part !== undefined) query = query.where('part', '=', part);
  if (after)
    query = query.where((where) =>
      where.or([
        where('at', '<', after.createdAt),
        where.and([where('at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ id, at, part, name, before_value: before, after_value }) => ({
    ...{ id, at: Number(at), part: part as PortraitChange['part'], name, before, after: after_value },
  }));
}

export interface InstanceSize {
  readonly at: number;
  readonly tables: number;
  readonly dataBytes: number;
  readonly indexBytes: number;
}

export const putSize = (tx: Tx, instanceId: string, { at, tables, dataBytes, indexBytes }: InstanceSize) =>
  upsert(
    tx,
    'instance_size',
    { instance_id: instanceId, at },
    { tables, data_bytes: dataBytes, index_bytes: indexBytes },
  );

/** The last ones, oldest first. */
export async function listSizes(db: Reader, instanceId: string, limit: number): Promise<readonly InstanceSize[]> {
  const query = db.selectFrom('instance_size').selectAll().where('instance_id', '=', instanceId);
  const rows = await query.orderBy('at', 'desc').limit(limit).execute();
  return rows
    .map(({ at, tables, data_bytes, index_bytes }) => ({
      ...{ at: Number(at), tables: Number(tables), dataBytes: Number(data_bytes), indexBytes: Number(index_bytes) },
    }))
    .reverse();
}

/** Up to so many from before then, epoch ms; tells how many. */
export async function removeOldSizes(tx: Tx, before: number, limit: number): Promise<number> {
  const query = tx.selectFrom('instance_size').select(['instance_id', 'at']).where('at', '<=', before);
  const rows = await query.limit(limit).execute();
  for (const { instance_id, at } of rows)
    await tx.deleteFrom('instance_size').where('instance_id', '=', instance_id).where('at', '=', at).execute();
  return rows.length;
}
