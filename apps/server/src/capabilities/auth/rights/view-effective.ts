import type { PersonRights, ThingRights } from '@myriad/contract';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import type { AuthParts } from '../parts.ts';
import { mayManageUsers, mustOperate } from '../policy.ts';
import { findUser, listHolders } from '../store/users.ts';
import { listMembers, pageGroups } from './groups/store.ts';
import { nowhere, reaches, rolesTowards } from './right.ts';
import { readRightsOf } from './store.ts';
import { viewEffective } from './view-right.ts';

type Parts = Pick<AuthParts, 'db' | 'clock' | 'scopes' | 'things'>;

/** Person → what they may do, where, and through which grant. One's own, or anybody's for administrators. */
export async function viewPersonRights(parts: Parts, actor: Actor, userId: string): Promise<PersonRights> {
  if (userId !== actor.id) requireAllowed(mayManageUsers(actor));
  const { db, clock } = parts;
  const user = await findUser(db, userId);
  if (!user) throw new ProblemError('USER_NOT_FOUND');
  const members = await listMembers(db);
  const groups = await pageGroups(db, { userId }, undefined, mostGroups);
  return {
    person: { id: user.id, name: user.name, disabled: user.disabled },
    rights: await viewEffective(parts, await readRightsOf(db, userId, clock.now())),
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      owner: (members.get(id) ?? []).some((member) => member.id === userId && member.owner),
    })),
  };
}

/** Nobody belongs to more by anybody's intent. */
const mostGroups = 500;

/** Thing → who sees it and may act on it. For those who operate it; the thing was found visible to them before. */
export async function viewThingRights(
  parts: Parts,
  actor: Actor,
  { dimension, id }: { readonly dimension: string; readonly id: string },
): Promise<ThingRights> {
  requireAllowed(mustOperate(actor));
  const { db, clock, things } = parts;
  const standing = Object.hasOwn(things, dimension) ? await things[dimension]?.stands(db, id) : undefined;
  if (!standing) throw new ProblemError('NOT_FOUND', { path: id });
  const people: ThingRights['people'] = [];
  for (const holder of await listHolders(db, clock.now())) {
    const roles = rolesTowards({ id: holder.id, rights: holder.held }, standing);
    if (!roles) continue;
    const reaching = holder.rights.filter(({ scope }) =>
      [nowhere, ...standing.shownBy].some((place) => reaches(scope, place)),
    );
    const rights = await viewEffective(parts, reaching);
    people.push({ person: { id: holder.id, name: holder.name }, roles, rights });
  }
  return { people };
}
