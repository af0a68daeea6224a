import '../tables.ts';
import { Role, ScopeKind } from '@myriad/contract';
import { isDuplicateKey } from '../../../platform/database/is-duplicate-key.ts';
import { newId } from '../../../platform/database/new-id.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { Right } from './right.ts';
import { keyOfRight } from './right-key.ts';
import type { RoleGrantTable } from './tables.ts';

const rightOf = (row: RoleGrantTable): Right => ({
  id: row.id,
  holder: { kind: row.holder, id: row.holder_id },
  role: Role.parse(row.role),
  scope: { kind: ScopeKind.parse(row.scope), id: row.scope_id },
  untilAt: row.until_at === null ? null : Number(row.until_at),
  reason: row.reason,
  grantedBy: row.granted_by,
  createdAt: Number(row.created_at),
});

/** Adds it; one that stands already gets the new end and reason. Gives the right as it stands. */
export async function addRight(tx: Tx, right: Omit<Right, 'id'>): Promise<Right> {
  const key = keyOfRight(right);
  const change = { until_at: right.untilAt, reason: right.reason, granted_by: right.grantedBy };
  const known = await tx.selectFrom('role_grant').selectAll().where('grant_key', '=', key).executeTakeFirst();
  if (known) {
    await tx.updateTable('role_grant').set(change).where('id', '=', known.id).execute();
    return { ...rightOf(known), untilAt: right.untilAt, reason: right.reason, grantedBy: right.grantedBy };
  }
  const id = newId();
  const { holder, role, scope, createdAt } = right;
  try {
    await tx
      .insertInto('role_grant')
      .values({
        ...{ id, grant_key: key, role, created_at: createdAt, ...change },
        ...{ holder: holder.kind, holder_id: holder.id, scope: scope.kind, scope_id: scope.id },
      })
      .execute();
    return { ...right, id };
  } catch (error) {
    // Somebody granted the same in the same moment.
    if (!isDuplicateKey(error)) throw error;
    await tx.updateTable('role_grant').set(change).where('grant_key', '=', key).execute();
    return rightOf(
      await tx.selectFrom('role_grant').selectAll().where('grant_key', '=', key).executeTakeFirstOrThrow(),
    );
  }
}

export async function findRight(db: Reader, id: string): Promise<Right | undefined> {
  const row = await db.selectFrom('role_grant').selectAll().where('id', '=', id).executeTakeFirst();
  return row && rightOf(row);
}

export async function removeRight(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('role_grant').where('id', '=', id).execute();
}

/** How many there were. */
export async function removeRightsOf(tx: Tx, holder: Right['holder']): Promise<number> {
  const result = await tx
    .deleteFrom('role_grant')
    .where('holder', '=', holder.kind)
    .where('holder_id', '=', holder.id)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** What one person holds now, own grants and those of their groups. Asked on every call: one read, by index. */
export async function readRightsOf(db: Reader, userId: string, now: number): Promise<readonly Right[]> {
  const rows = await db
    .selectFrom('role_grant')
    .selectAll()
    .where(({ or, and, eb, selectFrom }) =>
      or([
        and([eb('holder', '=', 'person'), eb('holder_id', '=', userId)]),
        and([
          eb('holder', '=', 'group'),
          eb('holder_id', 'in', selectFrom('group_member').select('group_id').where('user_id', '=', userId)),
        ]),
      ]),
    )
    .where(({ or, eb }) => or([eb('until_at', 'is', null), eb('until_at', '>', now)]))
    .orderBy('id')
    .execute();
  return rows.map(rightOf);
}

export const listAllRights = async (db: Reader): Promise<readonly Right[]> =>
  (await db.selectFrom('role_grant').selectAll().orderBy('id').execute()).map(rightOf);

export interface RightFilter {
  readonly holderId?: string | undefined;
  readonly role?: Role | undefined;
  readonly scopeKind?: ScopeKind | undefined;
  readonly scopeId?: string | undefined;
}

/** Newest first. */
export async function pageRights(
  db: Reader,
  filter: RightFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<readonly Right[]> {
  let query = db.selectFrom('role_grant').selectAll();
  if (filter.holderId !== undefined) query = query.where('holder_id', '=', filter.holderId);
  if (filter.role !== undefined) query = query.where('role', '=', filter.role);
  if (filter.scopeKind !== undefined) query = query.where('scope', '=', filter.scopeKind);
  if (filter.scopeId !== undefined) query = query.where('scope_id', '=', filter.scopeId);
  if (after)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(rightOf);
}

/** Roles granted to people themselves, on everything and without end: what a user's `roles` are. */
export async function listEverywhereRoles(db: Reader, userId?: string): Promise<ReadonlyMap<string, Role[]>> {
  let query = db
    .selectFrom('role_grant')
    .select(['holder_id', 'role'])
    .where('holder', '=', 'person')
    .where('scope', '=', 'all')
    .where('until_at', 'is', null)
    .orderBy('role');
  if (userId !== undefined) query = query.where('holder_id', '=', userId);
  const found = new Map<string, Role[]>();
  for (const { holder_id, role } of await query.execute())
    found.set(holder_id, [...(found.get(holder_id) ?? []), Role.parse(role)]);
  return found;
}

export async function removeEverywhereRoles(tx: Tx, userId: string, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return;
  await tx
    .deleteFrom('role_grant')
    .where('holder', '=', 'person')
    .where('holder_id', '=', userId)
    .where('scope', '=', 'all')
    .where('until_at', 'is', null)
    .where('role', 'in', [...roles])
    .execute();
}
