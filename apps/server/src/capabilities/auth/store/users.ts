import { Role } from '@myriad/contract';
import { z } from 'zod';
import { lockRow } from '../../../platform/database/lock-row.ts';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { UserTable } from '../tables.ts';
import type { User } from '../user.ts';

const Roles = z.array(Role);
const Language = z.enum(['zh-CN', 'en']).optional().catch(undefined);

function userOf(row: UserTable): User {
  const language = Language.parse(row.language ?? undefined);
  return {
    id: row.id,
    name: row.name,
    roles: Roles.parse(JSON.parse(row.roles)),
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    ...(language ? { language } : {}),
  };
}

export const nameKeyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export async function findUser(db: Reader, id: string): Promise<User | undefined> {
  const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
  return row && userOf(row);
}

export async function findUserByName(
  db: Reader,
  name: string,
): Promise<{ readonly user: User; readonly password: string } | undefined> {
  const row = await db.selectFrom('user').selectAll().where('name_key', '=', nameKeyOf(name)).executeTakeFirst();
  return row && { user: userOf(row), password: row.password };
}

/** Holds the user: a sign-in and a change of the password do not pass each other. */
export async function lockUser(
  tx: Tx,
  id: string,
): Promise<{ readonly user: User; readonly password: string } | undefined> {
  const row = await lockRow(tx, tx.selectFrom('user').selectAll().where('id', '=', id)).executeTakeFirst();
  return row && { user: userOf(row), password: row.password };
}

/** Holds all users, in one order: who stays an administrator is decided about all of them at once. */
export async function lockUsers(tx: Tx): Promise<readonly User[]> {
  const rows = await lockRow(tx, tx.selectFrom('user').selectAll().orderBy('id')).execute();
  return rows.map(userOf);
}

/** Who can manage users today. Roles are JSON text; the people of a platform are few enough to look at. */
export async function listAdministrators(db: Reader): Promise<readonly User[]> {
  const rows = await db.selectFrom('user').selectAll().where('disabled', '=', 0).execute();
  return rows.map(userOf).filter(({ roles }) => roles.includes('administrator'));
}

export async function changeUser(
  tx: Tx,
  id: string,
  change: { readonly password?: string; readonly roles?: readonly Role[]; readonly disabled?: boolean },
): Promise<void> {
  const { password, roles, disabled } = change;
  await tx
    .updateTable('user')
    .set({
      ...(password === undefined ? {} : { password }),
      ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
      ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
    })
    .where('id', '=', id)
    .execute();
}

export async function hasUsers(db: Reader): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function addUser(tx: Tx, user: User, password: string): Promise<void> {
  await tx
    .insertInto('user')
    .values({
      id: user.id,
      name: user.name,
      name_key: nameKeyOf(user.name),
      password,
      roles: JSON.stringify(user.roles),
      language: user.language ?? null,
      disabled: user.disabled ? 1 : 0,
      created_at: user.createdAt,
    })
    .execute();
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
  return rows.map(userOf);
}

/** Is there anybody enabled, but this one, with one of these roles? */
export async function hasOtherUser(db: Reader, roles: readonly Role[], exceptId: string): Promise<boolean> {
  // Roles are JSON text; the people of a platform are few enough to look at.
  const rows = await db
    .selectFrom('user')
    .select('roles')
    .where('disabled', '=', 0)
    .where('id', '!=', exceptId)
    .execute();
  return rows.some((row) => Roles.parse(JSON.parse(row.roles)).some((role) => roles.includes(role)));
}
