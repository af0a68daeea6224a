import {
  type Ability,
  authProblems,
  type GroupDetail,
  type GroupView,
  type PageQuery,
  rightProblems,
} from '@myriad/contract';
import { type Page, readPage } from '../../../../platform/database/page.ts';
import { ProblemError } from '../../../../platform/http/problem-error.ts';
import { type Actor, abilityOf, type Decision, no, yes } from '../../../../platform/policy/decision.ts';
import type { AuthParts } from '../../parts.ts';
import { mayManageUsers } from '../../policy.ts';
import { pageRights } from '../store.ts';
import { viewRights } from '../view-right.ts';
import { findGroup, type Group, listMembers, type Member, pageGroups } from './store.ts';

const problems = { ...authProblems, ...rightProblems };

/** Owners and administrators say who belongs to a group. */
export const mayChangeMembers = (
  actor: Pick<Actor, 'id' | 'roles' | 'name' | 'via'>,
  members: readonly Member[],
): Decision =>
  mayManageUsers(actor).allowed || members.some(({ id, owner }) => owner && id === actor.id)
    ? yes
    : no('NOT_A_GROUP_OWNER');

/** Everybody knows the groups they belong to, administrators all of them. */
export const maySeeGroup = (actor: Actor, members: readonly Member[]): Decision =>
  mayManageUsers(actor).allowed || members.some(({ id }) => id === actor.id) ? yes : no('GROUP_NOT_FOUND');

const viewOf = (actor: Actor, { id, name, description, createdAt }: Group, members: readonly Member[]): GroupView => ({
  ...{ id, name, description, createdAt },
  members: members.length,
  owners: members.filter(({ owner }) => owner).map((member) => member.name),
  abilities: {
    change: abilityOf(mayManageUsers(actor), problems),
    changeMembers: abilityOf(mayChangeMembers(actor, members), problems),
  },
});

/** Newest first: all for administrators, else those one belongs to. */
export async function listGroups(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  query: PageQuery,
): Promise<Page<GroupView> & { abilities: { create: Ability } }> {
  const manage = mayManageUsers(actor);
  const members = await listMembers(db);
  const page = await readPage<Group, GroupView>(
    query,
    (after, limit) => pageGroups(db, manage.allowed ? {} : { userId: actor.id }, after, limit),
    (group) => group,
    (group) => viewOf(actor, group, members.get(group.id) ?? []),
  );
  return { ...page, abilities: { create: abilityOf(manage, problems) } };
}

/** @throws ProblemError GROUP_NOT_FOUND, also where it is not theirs to see */
export async function viewGroup(
  { db, clock, scopes }: Pick<AuthParts, 'db' | 'clock' | 'scopes'>,
  actor: Actor,
  id: string,
): Promise<GroupDetail> {
  const group = await findGroup(db, id);
  const people = (await listMembers(db, id)).get(id) ?? [];
  if (!group || !maySeeGroup(actor, people).allowed) throw new ProblemError('GROUP_NOT_FOUND');
  const rights = await pageRights(db, { holderId: id }, undefined, mostRights);
  return {
    ...viewOf(actor, group, people),
    people: people.map((member) => ({ ...member })),
    rights: await viewRights({ db, scopes, now: clock.now() }, actor, rights),
  };
}

/** A group with more is a mistake, and the list of rights shows them all. */
const mostRights = 500;
