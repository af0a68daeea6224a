import '../tables.ts';
import type { ReviewPolicyScope } from '@myriad/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { ReviewPolicyTable } from '../tables.ts';

export type PolicyRecord = Selectable<ReviewPolicyTable>;

export const scopeIdOf = (scope: ReviewPolicyScope): string => (scope.kind === 'base' ? '' : scope.id);

export const scopeOf = ({ scope_kind, scope_id }: Pick<PolicyRecord, 'scope_kind' | 'scope_id'>): ReviewPolicyScope =>
  scope_kind === 'environment' || scope_kind === 'application' ? { kind: scope_kind, id: scope_id } : { kind: 'base' };

export const listVersions = (db: Reader, scope: ReviewPolicyScope): Promise<readonly PolicyRecord[]> =>
  db
    .selectFrom('review_policy')
    .selectAll()
    .where('scope_kind', '=', scope.kind)
    .where('scope_id', '=', scopeIdOf(scope))
    .orderBy('version', 'desc')
    .limit(500)
    .execute();

export async function findPolicy(db: Reader, scope: ReviewPolicyScope): Promise<PolicyRecord | undefined> {
  return db
    .selectFrom('review_policy')
    .selectAll()
    .where('scope_kind', '=', scope.kind)
    .where('scope_id', '=', scopeIdOf(scope))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest of each scope. */
export const listPolicies = (db: Reader): Promise<readonly PolicyRecord[]> =>
  db
    .selectFrom('review_policy as p')
    .selectAll()
    .where('p.version', '=', (eb) =>
      eb
        .selectFrom('review_policy as q')
        .select((of) => of.fn.max('q.version').as('newest'))
        .whereRef('q.scope_kind', '=', 'p.scope_kind')
        .whereRef('q.scope_id', '=', 'p.scope_id'),
    )
    .orderBy('p.scope_kind')
    .orderBy('p.scope_id')
    .execute();

export async function insertPolicy(tx: Tx, row: PolicyRecord): Promise<void> {
  await tx.insertInto('review_policy').values(row).execute();
}
