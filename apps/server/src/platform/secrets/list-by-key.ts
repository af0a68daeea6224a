import type { Reader } from '../database/schema.ts';
import './tables.ts';

/** How many values each key seals, with the id of one of them: to try whether they open. */
export async function listByKey(
  db: Reader,
): Promise<readonly { readonly keyId: string; readonly count: number; readonly secretId: string }[]> {
  const rows = await db
    .selectFrom('secret')
    .groupBy('key_id')
    .select(({ fn }) => ['key_id', fn.countAll().as('count'), fn.max('id').as('newest')])
    .execute();
  return rows.map(({ key_id, count, newest }) => ({ keyId: key_id, count: Number(count), secretId: newest }));
}
