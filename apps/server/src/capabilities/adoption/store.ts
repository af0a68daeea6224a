import './tables.ts';
import type { AccessLevel, Discovery } from '@myriad/contract';
import type { Cursor } from '../../platform/database/page.ts';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { Found } from './found.ts';
import type { DiscoveryTable } from './tables.ts';

export interface NetworkRow {
  readonly cidr: string;
  readonly note: string;
  readonly addedAt: number;
  readonly addedBy: string;
}

export const selectNetworks = async (db: Reader): Promise<readonly NetworkRow[]> =>
  (await db.selectFrom('network_allow').selectAll().orderBy('cidr').execute()).map((row) => ({
    cidr: row.cidr,
    note: row.note,
    addedAt: Number(row.added_at),
    addedBy: row.added_by,
  }));

export async function replaceNetworks(tx: Tx, networks: readonly NetworkRow[]): Promise<void> {
  await tx.deleteFrom('network_allow').execute();
  for (const { cidr, note, addedAt, addedBy } of networks)
    await tx.insertInto('network_allow').values({ cidr, note, added_at: addedAt, added_by: addedBy }).execute();
}

export interface DiscoveryRecord {
  readonly id: string;
  readonly state: Discovery['state'];
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly startedBy: string;
  readonly known: number;
  readonly looked: number;
  readonly answered: number;
  /** Logins by their place in the list; passwords in the secrets box. */
  readonly accounts: readonly { readonly user: string; readonly secretId: string }[];
  readonly found: Found | null;
}

const toRecord = (row: DiscoveryTable): DiscoveryRecord => ({
  id: row.id,
  state: row.state as DiscoveryRecord['state'],
  startedAt: Number(row.started_at),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  startedBy: row.started_by,
  known: Number(row.known),
  looked: Number(row.looked),
  answered: Number(row.answered),
  accounts: JSON.parse(row.accounts),
  found: row.found === null ? null : JSON.parse(row.found),
});

export async function insertDiscovery(tx: Tx, discovery: DiscoveryRecord): Promise<void> {
  const { id, state, known, looked, answered } = discovery;
  await tx
    .insertInto('discovery')
    .values({
      ...{ id, state, known, looked, answered },
      started_at: discovery.startedAt,
      ended_at: discovery.endedAt,
      started_by: discovery.startedBy,
      accounts: JSON.stringify(discovery.accounts),
      found: null,
    })
    .execute();
}

export async function endDiscovery(
  tx: Tx,
  id: string,
  end: Pick<DiscoveryRecord, 'state' | 'known' | 'looked' | 'answered' | 'found'> & { readonly endedAt: number },
): Promise<void> {
  const { state, known, looked, answered, found, endedAt } = end;
  await tx
    .updateTable('discovery')
    .set({ state, known, looked, answered, ended_at: endedAt, found: found && JSON.stringify(found) })
    .where('id', '=', id)
    .execute();
}

/** Those that were running when the process ended: nobody goes on with them. */
export async function breakOffDiscoveries(tx: Tx, at: number): Promise<void> {
  await tx.updateTable('discovery').set({ state: 'broken-off', ended_at: at }).where('state', '=', 'running').execute();
}

export async function findDiscovery(db: Reader, id: string): Promise<DiscoveryRecord | undefined> {
  const row = await db.selectFrom('discovery').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** Without what they found. */
export async function pageDiscoveries(
  db: Reader,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly DiscoveryRecord[]> {
  let query = db
    .selectFrom('discovery')
    .select(['id', 'state', 'started_at', 'ended_at', 'started_by', 'known', 'looked', 'answered'])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc');
  if (after)
    query = query.where((where) =>
      where.or([
        where('started_at', '<', after.createdAt),
        where.and([where('started_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  return (await query.limit(limit).execute()).map((row) => toRecord({ ...row, accounts: '[]', found: null }));
}

export interface LevelAccountRecord {
  readonly id: string;
  readonly clusterId: string;
  readonly level: AccessLevel;
  readonly user: string;
  readonly secretId: string;
  readonly checkedAt: number;
  readonly checkedBy: string;
}

export async function insertLevelAccount(tx: Tx, account: LevelAccountRecord): Promise<void> {
  const { id, level } = account;
  await tx
    .insertInto('level_account')
    .values({
      ...{ id, level },
      cluster_id: account.clusterId,
      user_name: account.user,
      secret_id: account.secretId,
      checked_at: account.checkedAt,
      checked_by: account.checkedBy,
    })
    .execute();
}

export async function findLevelAccount(db: Reader, id: string): Promise<LevelAccountRecord | undefined> {
  const row = await db.selectFrom('level_account').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { level, cluster_id: clusterId, user_name: user, secret_id: secretId, checked_by: checkedBy } = row;
  return { id, clusterId, level: level as AccessLevel, user, secretId, checkedAt: Number(row.checked_at), checkedBy };
}

/** Of a cluster, those not yet entered; gives back whose secrets are to go with them. */
export async function takeLevelAccounts(tx: Tx, clusterId: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('level_account').select('secret_id').where('cluster_id', '=', clusterId).execute();
  await tx.deleteFrom('level_account').where('cluster_id', '=', clusterId).execute();
  return rows.map(({ secret_id }) => secret_id);
}

/** Old discoveries and checked accounts with the passwords they hold; tells how many went. */
export async function removeOldDiscoveries(
  tx: Tx,
  before: number,
  limit: number,
  removeSecret: (tx: Tx, id: string) => Promise<void>,
): Promise<number> {
  const old = await tx
    .selectFrom('discovery')
    .select(['id', 'accounts'])
    .where('started_at', '<=', before)
    .where('state', '<>', 'running')
    .limit(limit)
    .execute();
  for (const { id, accounts } of old) {
    const held: DiscoveryRecord['accounts'] = JSON.parse(accounts);
    for (const { secretId } of held) await removeSecret(tx, secretId);
    await tx.deleteFrom('discovery').where('id', '=', id).execute();
  }
  return old.length;
}

export async function removeOldLevelAccounts(
  tx: Tx,
  before: number,
  limit: number,
  removeSecret: (tx: Tx, id: string) => Promise<void>,
): Promise<number> {
  const query = tx.selectFrom('level_account').select(['id', 'secret_id']).where('checked_at', '<=', before);
  const old = await query.limit(limit).execute();
  for (const { id, secret_id } of old) {
    await removeSecret(tx, secret_id);
    await tx.deleteFrom('level_account').where('id', '=', id).execute();
  }
  return old.length;
}
