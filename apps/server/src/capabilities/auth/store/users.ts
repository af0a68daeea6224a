import type { Role } from '@myriad/contract';
import { z } from 'zod';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { HeldRight } from '../../../platform/policy/decision.ts';
import { nameKeyOf } from '../name-key.ts';
import { everything, heldOf, isOver, type Right } from '../rights/right.ts';
import { addRight, listAllRights, listEverywhereRoles, removeEverywhereRoles } from '../rights/store.ts';
import type { UserTable } from '../tables.ts';
import type { User } from '../user.ts';

const Language = z.enum(['zh-CN', 'en']).optional().catch(undefined);

function userOf(row: UserTable, roles: ReadonlyMap<string, Role[]>): User {
  const language = Language.parse(row.language ?? undefined);
  return {
    id: row.id,
    name: row.name,
    roles: roles.get(row.id) ?? [],
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    ...(language ? { language } : {}),
  };
}

export async function findUser(db: Reader, id: string): Promise<User | undefined> {
  const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
  return row && userOf(row, await listEverywhereRoles(db, id));
}

export async function findUserByName(
  db: Reader,
  name: string,
): Promise<{ readonly user: User; readonly password: string } | undefined> {
  const row = await db.selectFrom('user').selectAll().where('name_key', '=', nameKeyOf(name)).executeTakeFirst();
  return row && { user: userOf(row, await listEverywhereRoles(db, row.id)), password: row.password };
}

/** Holds the user: a sign-in and a change of the password do not pass each other. */
export async function lockUser(
  tx: Tx,
  id: string,
): Promise<{ readonly user: User; readonly password: string } | undefined> {
  const row = await lockRow(tx, tx.selectFrom('user').selectAll().where('id', '=', id)).executeTakeFirst();
  return row && { user: userOf(row, await listEverywhereRoles(tx, id)), password: row.password };
}

/** Holds all users, in one order: who stays an administrator is decided about all of them at once. */
export async function lockUsers(tx: Tx): Promise<readonly User[]> {
  const rows = await lockRow(tx, tx.selectFrom('user').selectAll().orderBy('id')).execute();
  const roles = await listEverywhereRoles(tx);
  return rows.map((row) => userOf(row, roles));
}

/** Who can manage users today and without end. */
export async function listAdministrators(db: Reader): Promise<readonly User[]> {
  const rows = await db.selectFrom('user').selectAll().where('disabled', '=', 0).execute();
  const held = await listEverywhereRoles(db);
  return rows.map((row) => userOf(row, held)).filter(({ roles }) => roles.includes('administrator'));
}

export async function changeUser(
  tx: Tx,
  id: string,
  change: { readonly password?: string; readonly disabled?: boolean },
): Promise<void> {
  const { password, disabled } = change;
  if (password === undefined && disabled === undefined) return;
  await tx
    .updateTable('user')
    .set({
      ...(password === undefined ? {} : { password }),
      ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
    })
    .where('id', '=', id)
    .execute();
}

/** Sets the roles a user holds on everything without end; what they hold for a time, or on something narrower, stays. */
export async function setEverywhereRoles(
  tx: Tx,
  userId: string,
  roles: readonly Role[],
  by: { readonly name: string; readonly at: number },
): Promise<void> {
  const before = (await listEverywhereRoles(tx, userId)).get(userId) ?? [];
  await removeEverywhereRoles(
    tx,
    userId,
    before.filter((role) => !roles.includes(role)),
  );
  for (const role of roles.filter((each) => !before.includes(each)))
    await addRight(tx, {
      holder: { kind: 'person', id: userId },
      role,
      scope: everything,
      untilAt: null,
      reason: '',
      grantedBy: by.name,
      createdAt: by.at,
    });
}

export async function hasUsers(db: Reader): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** With its roles on everything, granted by whoever is named. */
export async function addUser(tx: Tx, user: User, password: string, grantedBy = user.name): Promise<void> {
  await tx
    .insertInto('user')
    .values({
      id: user.id,
      name: user.name,
      name_key: nameKeyOf(user.name),
      password,
      roles: '[]',
      language: user.language ?? null,
      disabled: user.disabled ? 1 : 0,
      created_at: user.createdAt,
    })
    .execute();
  await setEverywhereRoles(tx, user.id, user.roles, { name: grantedBy, at: user.createdAt });
}

/** Newest first. */
export async function readUsers(db: Reader, after: Cursor | undefined, limit: number): Promise<readonly User[]> {
  const rows = await db
    .selectFrom('user')
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('created_at', '<', after?.createdAt ?? 0),
          where.and([where('created_at', '=', after?.createdAt ?? 0), where('id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const roles = await listEverywhereRoles(db);
  return rows.map((row) => userOf(row, roles));
}

/** Everybody enabled with all rights they hold now, also through their groups; the people of a platform are few enough to look at. */
export async function listHolders(db: Reader, now: number): Promise<readonly Holder[]> {
  const users = await db.selectFrom('user').select(['id', 'name']).where('disabled', '=', 0).orderBy('name').execute();
  const rights = (await listAllRights(db)).filter((right) => !isOver(right, now));
  const members = await db.selectFrom('group_member').select(['group_id', 'user_id']).execute();
  return users.map(({ id, name }) => {
    const groups = new Set(members.filter(({ user_id }) => user_id === id).map(({ group_id }) => group_id));
    const own = rights.filter(({ holder }) => (holder.kind === 'person' ? holder.id === id : groups.has(holder.id)));
    return { id, name, rights: own, held: own.map(heldOf) };
  });
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly held: readonly HeldRight[];
}
