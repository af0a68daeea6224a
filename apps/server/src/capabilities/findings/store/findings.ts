import { createHash } from 'node:crypto';
import type { FindingChange } from '@myriad/contract';
import type { Selectable } from 'kysely';
import { isDuplicateKey } from '../../../platform/database/is-duplicate-key.ts';
import { lockRow } from '../../../platform/database/lock-row.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { FindingRecord, NewFinding } from '../finding.ts';
import type { FindingTable } from '../tables.ts';

type Row = Selectable<FindingTable>;

/** What makes two reports speak of one finding. */
export const keyOf = (source: string, { code, entity, entityId, about = '' }: NewFinding): string =>
  createHash('sha256')
    .update(JSON.stringify([source, code, entity, entityId, about]))
    .digest('hex');

export function toRecord(row: Row): FindingRecord {
  const own = row.words === null ? {} : JSON.parse(row.words);
  return {
    id: row.id,
    code: row.code,
    grade: row.grade as FindingRecord['grade'],
    entity: row.entity as FindingRecord['entity'],
    entityId: row.entity_id,
    about: row.about,
    clusterId: row.cluster_id,
    source: row.source,
    scope: row.scope,
    evidence: JSON.parse(row.evidence),
    words: own.words ?? null,
    next: own.next ?? null,
    firstSeenAt: Number(row.first_seen_at),
    lastSeenAt: Number(row.last_seen_at),
    closedAt: row.closed_at === null ? null : Number(row.closed_at),
    times: Number(row.times),
    owner: row.owner,
    mute:
      row.muted_until === null
        ? null
        : {
            reason: row.mute_reason ?? '',
            by: row.muted_by ?? '',
            since: Number(row.muted_since),
            until: Number(row.muted_until),
          },
  };
}

export async function findFinding(db: Reader, id: string): Promise<FindingRecord | undefined> {
  const row = await db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** Held until the transaction ends. */
export async function lockFinding(tx: Tx, id: string): Promise<FindingRecord | undefined> {
  const row = await lockRow(tx, tx.selectFrom('finding').selectAll().where('id', '=', id)).executeTakeFirst();
  return row && toRecord(row);
}

async function lockByKey(tx: Tx, key: string): Promise<FindingRecord | undefined> {
  const query = tx.selectFrom('finding').selectAll().where('finding_key', '=', key);
  const row = await lockRow(tx, query).executeTakeFirst();
  return row && toRecord(row);
}

/** The open ones of a scope, held; a look that finds nothing new costs this one read. */
export async function lockOpenOf(tx: Tx, source: string, scope: string): Promise<readonly FindingRecord[]> {
  const query = tx
    .selectFrom('finding')
    .selectAll()
    .where('source', '=', source)
    .where('scope', '=', scope)
    .where('closed_at', 'is', null);
  return (await lockRow(tx, query).execute()).map(toRecord);
}

/** The open ones of a cluster and of its instances, held. */
export async function lockOpenOfCluster(tx: Tx, clusterId: string): Promise<readonly FindingRecord[]> {
  const query = tx.selectFrom('finding').selectAll().where('cluster_id', '=', clusterId).where('closed_at', 'is', null);
  return (await lockRow(tx, query).execute()).map(toRecord);
}

const columnsOf = (finding: FindingRecord) => ({
  code: finding.code,
  grade: finding.grade,
  entity: finding.entity,
  entity_id: finding.entityId,
  about: finding.about,
  cluster_id: finding.clusterId,
  source: finding.source,
  scope: finding.scope,
  evidence: JSON.stringify(finding.evidence),
  words: (finding.words ?? finding.next) ? JSON.stringify({ words: finding.words, next: finding.next }) : null,
  first_seen_at: finding.firstSeenAt,
  last_seen_at: finding.lastSeenAt,
  closed_at: finding.closedAt,
  times: finding.times,
  owner: finding.owner,
  muted_since: finding.mute?.since ?? null,
  muted_until: finding.mute?.until ?? null,
  muted_by: finding.mute?.by ?? null,
  mute_reason: finding.mute?.reason ?? null,
});

/** The row of this key, made from `fresh` where there was none: then `isNew`. */
export async function takeFinding(
  tx: Tx,
  key: string,
  fresh: Omit<FindingRecord, 'id'>,
): Promise<{ readonly record: FindingRecord; readonly isNew: boolean }> {
  const known = await lockByKey(tx, key);
  if (known) return { record: known, isNew: false };
  const record = { ...fresh, id: newId() };
  try {
    await tx
      .insertInto('finding')
      .values({ id: record.id, finding_key: key, ...columnsOf(record) })
      .execute();
    return { record, isNew: true };
  } catch (error) {
    // Another transaction made it between our look and our insert.
    const other = isDuplicateKey(error) ? await lockByKey(tx, key) : undefined;
    if (!other) throw error;
    return { record: other, isNew: false };
  }
}

export async function updateFinding(tx: Tx, finding: FindingRecord): Promise<void> {
  await tx.updateTable('finding').set(columnsOf(finding)).where('id', '=', finding.id).execute();
}

export async function insertChange(
  tx: Tx,
  change: Omit<FindingChange, 'id'> & { readonly findingId: string },
): Promise<void> {
  await tx
    .insertInto('finding_change')
    .values({
      id: newId(),
      finding_id: change.findingId,
      at: change.at,
      what: change.what,
      by_name: change.by.slice(0, 100),
      detail: JSON.stringify(change.detail),
    })
    .execute();
}

export async function pageChanges(
  db: Reader,
  findingId: string,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly FindingChange[]> {
  let query = db.selectFrom('finding_change').selectAll().where('finding_id', '=', findingId);
  if (after)
    query = query.where((where) =>
      where.or([
        where('at', '<', after.createdAt),
        where.and([where('at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    at: Number(row.at),
    what: row.what as FindingChange['what'],
    by: row.by_name,
    detail: JSON.parse(row.detail),
  }));
}
