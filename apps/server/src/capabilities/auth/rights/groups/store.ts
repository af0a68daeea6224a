import '../../tables.ts';
import { lockRow } from '../../../../platform/database/lock-row.ts';
import type { Cursor } from '../../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../../platform/database/schema.ts';
import { nameKeyOf } from '../../name-key.ts';
import type { Right } from '../right.ts';
import type { PersonGroupTable } from '../tables.ts';

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly createdAt: number;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly owner: boolean;
  readonly disabled: boolean;
}

const groupOf = ({ id, name, description, created_at }: PersonGroupTable): Group => ({
  id,
  name,
  description,
  createdAt: Number(created_at),
});

export async function findGroup(db: Reader, id: string): Promise<Group | undefined> {
  const row = await db.selectFrom('person_group').selectAll().where('id', '=', id).executeTakeFirst();
  return row && groupOf(row);
}

export async function findGroupByName(db: Reader, name: string): Promise<Group | undefined> {
  const query = db.selectFrom('person_group').selectAll().where('name_key', '=', nameKeyOf(name));
  const row = await query.executeTakeFirst();
  return row && groupOf(row);
}

/** Held until the transaction ends: its people change one after another. */
export async function lockGroup(tx: Tx, id: string): Promise<Group | undefined> {
  const row = await lockRow(tx, tx.selectFrom('person_group').selectAll().where('id', '=', id)).executeTakeFirst();
  return row && groupOf(row);
}

/** All of them, or those one belongs to; newest first. */
export async function pageGroups(
  db: Reader,
  { userId }: { readonly userId?: string | undefined },
  after: Cursor | undefined,
  limit: number,
): Promise<readonly Group[]> {
  let query = db.selectFrom('person_group').selectAll();
  if (userId !== undefined)
    query = query.where('id', 'in', (where) =>
      where.selectFrom('group_member').select('group_id').where('user_id', '=', userId),
    );
  if (after)
    query = query.where((where) =>
      where.or([
        where('created_at', '<', after.createdAt),
        where.and([where('created_at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(groupOf);
}

export async function addGroup(tx: Tx, group: Group): Promise<void> {
  const { id, name, description, createdAt } = group;
  await tx
    .insertInto('person_group')
    .values({ id, name, name_key: nameKeyOf(name), description, created_at: createdAt })
    .execute();
}

export async function updateGroup(
  tx: Tx,
  id: string,
  { name, description }: Pick<Group, 'name' | 'description'>,
): Promise<void> {
  await tx
    .updateTable('person_group')
    .set({ name, name_key: nameKeyOf(name), description })
    .where('id', '=', id)
    .execute();
}

/** With its people; gives how many there were. */
export async function deleteGroup(tx: Tx, id: string): Promise<number> {
  const result = await tx.deleteFrom('group_member').where('group_id', '=', id).executeTakeFirst();
  await tx.deleteFrom('person_group').where('id', '=', id).execute();
  return Number(result.numDeletedRows);
}

/** By group; of all, or of one. */
export async function listMembers(db: Reader, groupId?: string): Promise<ReadonlyMap<string, readonly Member[]>> {
  let query = db
    .selectFrom('group_member')
    .innerJoin('user', 'user.id', 'group_member.user_id')
    .select(['group_member.group_id', 'user.id', 'user.name', 'group_member.owner', 'user.disabled'])
    .orderBy('user.name');
  if (groupId !== undefined) query = query.where('group_member.group_id', '=', groupId);
  const found = new Map<string, Member[]>();
  for (const { group_id, id, name, owner, disabled } of await query.execute())
    found.set(group_id, [
      ...(found.get(group_id) ?? []),
      { id, name, owner: Number(owner) === 1, disabled: Number(disabled) === 1 },
    ]);
  return found;
}

/** Adds them, or makes them what is said. */
export async function writeMember(
  tx: Tx,
  { groupId, userId, owner }: { readonly groupId: string; readonly userId: string; readonly owner: boolean },
): Promise<void> {
  await removeMember(tx, groupId, userId);
  await tx
    .insertInto('group_member')
    .values({ group_id: groupId, user_id: userId, owner: owner ? 1 : 0 })
    .execute();
}

/** False: they were not in it. */
export async function removeMember(tx: Tx, groupId: string, userId: string): Promise<boolean> {
  const query = tx.deleteFrom('group_member').where('group_id', '=', groupId).where('user_id', '=', userId);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

/** Names of people and groups by whom rights are held; one that is gone goes by its id. */
export async function nameHolders(
  db: Reader,
  rights: readonly Pick<Right, 'holder'>[],
): Promise<(holder: Right['holder']) => string> {
  const ids = [...new Set(rights.map(({ holder }) => holder.id))];
  const names = new Map<string, string>();
  // In pieces, for a statement takes so many values and no more.
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    for (const table of ['user', 'person_group'] as const) {
      const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', some).execute();
      for (const { id, name } of rows) names.set(id, name);
    }
  }
  return ({ id }) => names.get(id) ?? id;
}
