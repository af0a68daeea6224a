import { createHash } from 'node:crypto';
import type { FindingChange, FindingFilter } from '@myriad/contract';
import type { Selectable } from 'kysely';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import { lockRow } from '../../platform/database/lock-row.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Cursor } from '../../platform/database/page.ts';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { FindingRecord, NewFinding } from './finding.ts';
import type { FindingTable } from './tables.ts';

type Row = Selectable<FindingTable>;

/** What makes two reports speak of one finding. */
export const keyOf = (source: string, { code, entity, entityId, about = '' }: NewFinding): string =>
  createHash('sha256')
    .update(JSON.stringify([source, code, entity, entityId, about]))
    .digest('hex');

const toRecord = (row: Row): FindingRecord => ({
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
  words: row.words === null ? null : (JSON.parse(row.words).words ?? null),
  next: row.words === null ? null : (JSON.parse(row.words).next ?? null),
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
});

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

/** Those opened last first. */
export async function pageFindings(
  db: Reader,
  filter: FindingFilter & { readonly now: number },
  after: Cursor | undefined,
  limit: number,
): Promise<readonly FindingRecord[]> {
  let query = db.selectFrom('finding').selectAll();
  if (filter.state !== 'all') query = query.where('closed_at', filter.state === 'open' ? 'is' : 'is not', null);
  if (filter.muted === 'only') query = query.where('muted_until', '>', filter.now);
  if (filter.muted === 'no')
    query = query.where((where) =>
      where.or([where('muted_until', 'is', null), where('muted_until', '<=', filter.now)]),
    );
  if (filter.grade) query = query.where('grade', '=', filter.grade);
  if (filter.code) query = query.where('code', '=', filter.code);
  if (filter.entity) query = query.where('entity', '=', filter.entity);
  if (filter.entityId) query = query.where('entity_id', '=', filter.entityId);
  if (filter.clusterId) query = query.where('cluster_id', '=', filter.clusterId);
  if (filter.owner) query = query.where('owner', '=', filter.owner);
  if (filter.source) query = query.where('source', '=', filter.source);
  if (after)
    query = query.where((where) =>
      where.or([
        where('first_seen_at', '<', after.createdAt),
        where.and([where('first_seen_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('first_seen_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toRecord);
}

export interface FindingCount {
  readonly code: string;
  readonly grade: FindingRecord['grade'];
  readonly muted: boolean;
  readonly count: number;
}

/** Open ones. */
export async function countOpen(
  db: Reader,
  filter: Pick<FindingFilter, 'entity' | 'entityId' | 'clusterId' | 'owner'>,
  now: number,
): Promise<readonly FindingCount[]> {
  let query = db
    .selectFrom('finding')
    .select(({ fn, eb }) => [
      'code',
      'grade',
      eb.case().when('muted_until', '>', now).then(1).else(0).end().as('muted'),
      fn.countAll().as('n'),
    ])
    .where('closed_at', 'is', null);
  if (filter.entity) query = query.where('entity', '=', filter.entity);
  if (filter.entityId) query = query.where('entity_id', '=', filter.entityId);
  if (filter.clusterId) query = query.where('cluster_id', '=', filter.clusterId);
  if (filter.owner) query = query.where('owner', '=', filter.owner);
  const rows = await query.groupBy(['code', 'grade', 'muted']).execute();
  return rows.map(({ code, grade, muted, n }) => ({
    code,
    grade: grade as FindingRecord['grade'],
    muted: Number(muted) === 1,
    count: Number(n),
  }));
}
