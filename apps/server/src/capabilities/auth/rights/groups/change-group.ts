import { inTransaction } from '../../../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../../../platform/database/is-duplicate-key.ts';
import { newId } from '../../../../platform/database/new-id.ts';
import type { Tx } from '../../../../platform/database/schema.ts';
import { ProblemError } from '../../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../../platform/policy/decision.ts';
import type { AuthParts, Note } from '../../parts.ts';
import { mayManageUsers } from '../../policy.ts';
import { findUser, findUserByName } from '../../store/users.ts';
import { removeRightsOf } from '../store.ts';
import {
  addGroup,
  deleteGroup,
  type Group,
  listMembers,
  lockGroup,
  type Member,
  removeMember,
  updateGroup,
  writeMember,
} from './store.ts';
import { mayChangeMembers, maySeeGroup } from './view-group.ts';

type Parts = Pick<AuthParts, 'db' | 'clock'>;

export async function createGroup(
  { db, clock }: Parts,
  actor: Actor,
  { name, description }: Pick<Group, 'name' | 'description'>,
  note: Note,
): Promise<string> {
  requireAllowed(mayManageUsers(actor));
  const group = { id: newId(), name, description, createdAt: clock.now() };
  await unlessNameTaken(name, () =>
    inTransaction(db, async (tx) => {
      await addGroup(tx, group);
      await note(tx, { resource: `group/${group.id}` });
    }),
  );
  return group.id;
}

export async function changeGroup(
  { db }: Parts,
  actor: Actor,
  id: string,
  patch: { readonly name?: string | undefined; readonly description?: string | undefined },
  note: Note,
): Promise<void> {
  await unlessNameTaken(patch.name ?? '', () =>
    inTransaction(db, async (tx) => {
      const { group } = await lockVisible(tx, actor, id);
      requireAllowed(mayManageUsers(actor));
      await updateGroup(tx, id, {
        name: patch.name ?? group.name,
        description: patch.description ?? group.description,
      });
      await note(tx, { resource: `group/${id}` });
    }),
  );
}

/** What it gave its people holds no more from the next call on. */
export async function removeGroup(
  { db }: Parts,
  actor: Actor,
  id: string,
  note: Note,
): Promise<{ people: number; rights: number }> {
  return inTransaction(db, async (tx) => {
    await lockVisible(tx, actor, id);
    requireAllowed(mayManageUsers(actor));
    const rights = await removeRightsOf(tx, { kind: 'group', id });
    const people = await deleteGroup(tx, id);
    await note(tx, { resource: `group/${id}` });
    return { people, rights };
  });
}

/** Adds a person, or makes them an owner or a plain member. */
export async function setMember(
  { db }: Parts,
  actor: Actor,
  id: string,
  { person, owner }: { readonly person: string; readonly owner: boolean },
  note: Note,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { members } = await lockVisible(tx, actor, id);
    requireAllowed(mayChangeMembers(actor, members));
    const user = (await findUser(tx, person)) ?? (await findUserByName(tx, person))?.user;
    if (!user) throw new ProblemError('USER_NOT_FOUND');
    await writeMember(tx, { groupId: id, userId: user.id, owner });
    await note(tx, { resource: `group/${id}/member/${user.id}` });
  });
}

export async function takeOut({ db }: Parts, actor: Actor, id: string, userId: string, note: Note): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { members } = await lockVisible(tx, actor, id);
    // Everybody may leave.
    if (userId !== actor.id) requireAllowed(mayChangeMembers(actor, members));
    if (!(await removeMember(tx, id, userId))) throw new ProblemError('GROUP_MEMBER_NOT_FOUND');
    await note(tx, { resource: `group/${id}/member/${userId}` });
  });
}

async function lockVisible(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ readonly group: Group; readonly members: readonly Member[] }> {
  const group = await lockGroup(tx, id);
  const members = (await listMembers(tx, id)).get(id) ?? [];
  if (!group || !maySeeGroup(actor, members).allowed) throw new ProblemError('GROUP_NOT_FOUND');
  return { group, members };
}

async function unlessNameTaken(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw isDuplicateKey(error) ? new ProblemError('GROUP_NAME_TAKEN', { name }) : error;
  }
}
