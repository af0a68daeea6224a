import '../tables.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';

export const findSettings = async (db: Reader, instanceId: string): Promise<string | undefined> =>
  (await db.selectFrom('instance_settings').select('packed').where('instance_id', '=', instanceId).executeTakeFirst())
    ?.packed;

export const putSettings = (tx: Tx, instanceId: string, readAt: number, packed: string): Promise<void> =>
  upsert(tx, 'instance_settings', { instance_id: instanceId }, { read_at: readAt, packed });
