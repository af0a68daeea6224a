import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { AccountRecord } from '../records.ts';

export async function selectAccounts(
  db: Reader,
  clusterId: string,
  purpose?: AccountRecord['purpose'],
): Promise<readonly AccountRecord[]> {
  let query = db.selectFrom('cluster_account').selectAll().where('cluster_id', '=', clusterId).orderBy('purpose');
  if (purpose) query = query.where('purpose', '=', purpose);
  return (await query.execute()).map((row) => ({
    id: row.id,
    clusterId: row.cluster_id,
    purpose: row.purpose as AccountRecord['purpose'],
    user: row.user_name,
    hostPattern: row.host_pattern,
    secretId: row.secret_id,
  }));
}

/** One account a purpose: a new one replaces the old. */
export async function replaceAccount(tx: Tx, account: AccountRecord): Promise<void> {
  await tx
    .deleteFrom('cluster_account')
    .where('cluster_id', '=', account.clusterId)
    .where('purpose', '=', account.purpose)
    .execute();
  await tx
    .insertInto('cluster_account')
    .values({
      id: account.id,
      cluster_id: account.clusterId,
      purpose: account.purpose,
      user_name: account.user,
      host_pattern: account.hostPattern,
      secret_id: account.secretId,
    })
    .execute();
}

export const deleteAccount = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('cluster_account').where('id', '=', id).execute();
};
