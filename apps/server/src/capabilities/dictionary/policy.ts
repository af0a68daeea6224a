import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate, type OwnerFound } from '../auth/index.ts';

/** Notes, owners and tags of a cluster: who operates it, and who owns its application, themselves or as one of a group. */
export function mayDescribe(
  actor: Pick<Actor, 'roles' | 'id'>,
  owner: Pick<OwnerFound, 'people'> | undefined,
): Decision {
  if (mustOperate(actor).allowed) return yes;
  return owner?.people.includes(actor.id) ? yes : no('NOT_DICTIONARY_OWNER');
}

/** A rule speaks about every cluster. */
export const mayChangeRules = (actor: Pick<Actor, 'roles'>): Decision =>
  actor.roles.includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');
