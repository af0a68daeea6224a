import './tables.ts';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { KnownHostKey } from './ways.ts';

/** All confirmed keys, or those of some endpoints, oldest first. */
export async function selectHostKeys(db: Reader, endpoints?: readonly string[]): Promise<readonly KnownHostKey[]> {
  if (endpoints?.length === 0) return [];
  const all = db.selectFrom('host_key').selectAll().orderBy('endpoint').orderBy('first_seen_at').orderBy('fingerprint');
  const rows = await (endpoints ? all.where('endpoint', 'in', [...endpoints]) : all).execute();
  return rows.map((row) => ({
    endpoint: row.endpoint,
    fingerprint: row.fingerprint,
    firstSeenAt: Number(row.first_seen_at),
  }));
}

/** A key that is known keeps the time it was first confirmed. */
export async function insertHostKey(tx: Tx, key: KnownHostKey): Promise<void> {
  const { endpoint, fingerprint, firstSeenAt } = key;
  const known = await selectHostKeys(tx, [endpoint]);
  if (known.some((one) => one.fingerprint === fingerprint)) return;
  await tx.insertInto('host_key').values({ endpoint, fingerprint, first_seen_at: firstSeenAt }).execute();
}

export async function deleteHostKeys(tx: Tx, endpoints: readonly string[]): Promise<void> {
  if (endpoints.length === 0) return;
  await tx
    .deleteFrom('host_key')
    .where('endpoint', 'in', [...endpoints])
    .execute();
}
