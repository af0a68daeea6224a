import '../tables.ts';
import type { FindingFilter } from '@myriad/contract';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Database, Reader } from '../../../platform/database/schema.ts';
import { nameThings, type Sight, speaksOfSeen } from '../../metadata/index.ts';
import type { FindingRecord } from '../finding.ts';
import { toRecord } from './findings.ts';

/** Which findings; the clusters of an application are looked up by whoever asks. */
export type FindingScope = Pick<
  FindingFilter,
  'code' | 'entity' | 'entityId' | 'clusterId' | 'applicationId' | 'owner' | 'owned' | 'source'
> & {
  readonly clusterIds?: readonly string[];
  readonly seenBy?: Sight;
  /** Any of these kinds. */
  readonly codes?: readonly string[];
};

async function named<Scope extends Pick<FindingScope, 'seenBy'>>(db: Reader, scope: Scope): Promise<Scope> {
  return scope.seenBy === undefined ? scope : { ...scope, seenBy: await nameThings(db, scope.seenBy) };
}

function within<O>(
  query: SelectQueryBuilder<Database, 'finding', O>,
  scope: FindingScope,
  reads: 'page' | 'all' = 'page',
) {
  const { code, entity, entityId, clusterId, applicationId, clusterIds = [], owner, owned, source } = scope;
  let some = query;
  if (scope.seenBy !== undefined && scope.seenBy !== 'everything')
    some = some.where(speaksOfSeen(scope.seenBy, sql.ref('finding.entity'), sql.ref('finding.entity_id'), reads));
  if (code) some = some.where('code', '=', code);
  if (scope.codes) some = some.where('code', 'in', [...scope.codes]);
  if (entity) some = some.where('entity', '=', entity);
  if (entityId) some = some.where('entity_id', '=', entityId);
  if (clusterId) some = some.where('cluster_id', '=', clusterId);
  if (applicationId)
    some = some.where((where) =>
      where.or([
        where.and([where('entity', '=', 'application'), where('entity_id', '=', applicationId)]),
        ...(clusterIds.length > 0 ? [where('cluster_id', 'in', [...clusterIds])] : []),
      ]),
    );
  if (owner) some = some.where('owner', '=', owner);
  if (owned) some = some.where('owner', owned === 'yes' ? 'is not' : 'is', null);
  if (source) some = some.where('source', '=', source);
  return some;
}

/** Those opened last first. */
export async function pageFindings(
  db: Reader,
  filter: Pick<FindingFilter, 'state' | 'muted' | 'grade'> & FindingScope & { readonly now: number },
  after: Cursor | undefined,
  limit: number,
): Promise<readonly FindingRecord[]> {
  let query = within(db.selectFrom('finding').selectAll(), await named(db, filter));
  if (filter.state !== 'all') query = query.where('closed_at', filter.state === 'open' ? 'is' : 'is not', null);
  if (filter.muted === 'only') query = query.where('muted_until', '>', filter.now);
  if (filter.muted === 'no')
    query = query.where((where) =>
      where.or([where('muted_until', 'is', null), where('muted_until', '<=', filter.now)]),
    );
  if (filter.grade) query = query.where('grade', '=', filter.grade);
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
export async function countOpen(db: Reader, scope: FindingScope, now: number): Promise<readonly FindingCount[]> {
  const query = db
    .selectFrom('finding')
    .select(({ fn, eb }) => [
      'code',
      'grade',
      eb.case().when('muted_until', '>', now).then(1).else(0).end().as('muted'),
      fn.countAll().as('n'),
    ])
    .where('closed_at', 'is', null);
  const rows = await within(query, await named(db, scope), 'all')
    .groupBy(['code', 'grade', 'muted'])
    .execute();
  return rows.map(({ code, grade, muted, n }) => ({
    code,
    grade: grade as FindingRecord['grade'],
    muted: Number(muted) === 1,
    count: Number(n),
  }));
}

/** Bad ones that are open and not muted. */
export async function countBad(db: Reader, seenBy: Sight, now: number): Promise<number> {
  const query = db
    .selectFrom('finding')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('closed_at', 'is', null)
    .where('grade', '=', 'bad')
    .where((where) => where.or([where('muted_until', 'is', null), where('muted_until', '<=', now)]));
  const [row] = await within(query, await named(db, { seenBy }), 'all').execute();
  return Number(row?.n ?? 0);
}

/** Open ones that are not muted, by cluster and grade. */
export async function countOpenByCluster(
  db: Reader,
  clusterIds: readonly string[],
  scope: FindingScope,
  now: number,
): Promise<readonly { readonly clusterId: string; readonly grade: FindingRecord['grade']; readonly count: number }[]> {
  if (clusterIds.length === 0) return [];
  const query = db
    .selectFrom('finding')
    .select(({ fn }) => ['cluster_id', 'grade', fn.countAll().as('n')])
    .where('closed_at', 'is', null)
    .where('cluster_id', 'in', [...clusterIds])
    .where((where) => where.or([where('muted_until', 'is', null), where('muted_until', '<=', now)]));
  const rows = await within(query, await named(db, scope), 'all')
    .groupBy(['cluster_id', 'grade'])
    .execute();
  return rows.map(({ cluster_id, grade, n }) => ({
    clusterId: cluster_id ?? '',
    grade: grade as FindingRecord['grade'],
    count: Number(n),
  }));
}

/** Open ones whose mute ends between these two, the next end first. */
export async function mutesEnding(
  db: Reader,
  {
    seenBy,
    after,
    before,
  }: { readonly seenBy?: FindingScope['seenBy']; readonly after: number; readonly before: number },
  limit: number,
): Promise<readonly FindingRecord[]> {
  const rows = await within(
    db.selectFrom('finding').selectAll(),
    await named(db, seenBy === undefined ? {} : { seenBy }),
  )
    .where('closed_at', 'is', null)
    .where('muted_until', '>', after)
    .where('muted_until', '<=', before)
    .orderBy('muted_until')
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}
