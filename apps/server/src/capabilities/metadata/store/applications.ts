import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { changedColumns } from '../changed-fields.ts';
import type { ApplicationRecord } from '../records.ts';
import { type Sight, seenOnly } from '../sight/sight.ts';
import type { ApplicationTable } from '../tables.ts';

const toRecord = ({ business_line, level, ...row }: ApplicationTable): ApplicationRecord => ({
  ...row,
  businessLine: business_line,
  level: level as ApplicationRecord['level'],
});

const toRow = ({ businessLine, ...application }: ApplicationRecord): ApplicationTable => ({
  ...application,
  business_line: businessLine,
});

export async function selectApplications(
  db: Reader,
  { seenBy }: { readonly seenBy?: Sight | undefined } = {},
): Promise<readonly ApplicationRecord[]> {
  const seen = seenOnly('application', seenBy);
  const query = db.selectFrom('application').selectAll().orderBy('name');
  return (await (seen ? query.where(seen) : query).execute()).map(toRecord);
}

export async function selectApplication(db: Reader, id: string): Promise<ApplicationRecord | undefined> {
  const row = await db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** Holds the row until the transaction ends, and reads what is there now. */
export async function lockApplicationRow(tx: Tx, id: string): Promise<ApplicationRecord | undefined> {
  const query = tx.selectFrom('application').selectAll().where('id', '=', id);
  const row = await lockRow(tx, query).executeTakeFirst();
  return row && toRecord(row);
}

export async function hasApplicationNamed(db: Reader, name: string, except?: string): Promise<boolean> {
  const row = await db.selectFrom('application').select('id').where('name', '=', name).executeTakeFirst();
  return row !== undefined && row.id !== except;
}

export async function insertApplication(tx: Tx, application: ApplicationRecord): Promise<void> {
  await tx.insertInto('application').values(toRow(application)).execute();
}

export async function updateApplication(tx: Tx, before: ApplicationRecord, after: ApplicationRecord): Promise<void> {
  await tx
    .updateTable('application')
    .set(changedColumns(toRow(before), toRow(after)))
    .where('id', '=', before.id)
    .execute();
}

export async function deleteApplication(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('fact').where('entity', '=', 'application').where('entity_id', '=', id).execute();
  await tx.deleteFrom('application').where('id', '=', id).execute();
}

export interface LinkedCluster {
  readonly id: string;
  readonly name: string;
  readonly environment: string;
  readonly state: string;
}

export function selectLinkedClusters(
  db: Reader,
  applicationId: string,
  seenBy?: Sight,
): Promise<readonly LinkedCluster[]> {
  const seen = seenOnly('cluster', seenBy);
  const query = db
    .selectFrom('cluster')
    .select(['id', 'name', 'environment', 'state'])
    .where('application_id', '=', applicationId)
    .orderBy('name');
  return (seen ? query.where(seen) : query).execute();
}
