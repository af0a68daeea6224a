import { PathSpec } from '@myriad/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { kindOf } from '../../../platform/database/store-of.ts';
import { changedColumns } from '../changed-fields.ts';
import type { NamePage } from '../page-by-name.ts';
import type { HostRecord } from '../records.ts';
import { type Sight, seenOnly } from '../sight/sight.ts';
import type { HostTable } from '../tables.ts';
import { isBehind } from './name-page.ts';

const Paths = z.array(PathSpec);

const toRecord = (row: HostTable): HostRecord => ({
  id: row.id,
  name: row.name,
  address: row.address,
  zone: row.zone,
  baseDirectory: row.base_directory,
  poolState: row.pool_state as HostRecord['poolState'],
  paths: Paths.parse(JSON.parse(row.paths)),
  createdAt: Number(row.created_at),
});

const toRow = (host: HostRecord): HostTable => ({
  id: host.id,
  name: host.name,
  address: host.address,
  zone: host.zone,
  base_directory: host.baseDirectory,
  pool_state: host.poolState,
  paths: JSON.stringify(host.paths),
  created_at: host.createdAt,
});

export async function selectHost(db: Reader, by: { id: string } | { name: string }): Promise<HostRecord | undefined> {
  const query = db.selectFrom('host').selectAll();
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('name', '=', by.name)).executeTakeFirst();
  return row && toRecord(row);
}

/** Holds the row until the transaction ends, and reads what is there now. SQLite has one writer, so there a read is enough. */
export async function lockHostRow(tx: Tx, id: string): Promise<HostRecord | undefined> {
  const query = tx.selectFrom('host').selectAll().where('id', '=', id);
  const row = await (kindOf(tx) === 'sqlite' ? query : query.forUpdate()).executeTakeFirst();
  return row && toRecord(row);
}

/** Those of these ids; at most a thousand at once. */
export async function selectHostsById(db: Reader, ids: readonly string[]): Promise<readonly HostRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('host')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(toRecord);
}

export interface HostFilter {
  readonly poolState?: HostRecord['poolState'] | undefined;
  readonly seenBy?: Sight | undefined;
  readonly page?: NamePage | undefined;
}

export async function selectHosts(db: Reader, filter: HostFilter = {}): Promise<readonly HostRecord[]> {
  const seen = seenOnly('host', filter.seenBy);
  let query = db.selectFrom('host').selectAll().orderBy('name').orderBy('id');
  if (seen) query = query.where(seen);
  if (filter.poolState) query = query.where('pool_state', '=', filter.poolState);
  if (filter.page) query = query.limit(filter.page.limit);
  if (filter.page?.after) query = query.where(isBehind('host', filter.page.after));
  const rows = await query.execute();
  return rows.map(toRecord);
}

export const insertHost = async (tx: Tx, host: HostRecord): Promise<void> => {
  await tx.insertInto('host').values(toRow(host)).execute();
};

export const updateHost = async (tx: Tx, before: HostRecord, after: HostRecord): Promise<void> => {
  await tx
    .updateTable('host')
    .set(changedColumns(toRow(before), toRow(after)))
    .where('id', '=', before.id)
    .execute();
};

export const deleteHost = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('fact').where('entity', '=', 'host').where('entity_id', '=', id).execute();
  await tx.deleteFrom('host').where('id', '=', id).execute();
};
