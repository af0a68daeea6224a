import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';

/** Notes, owners and tags of a cluster: who operates it, and the owner of its application, known by name. */
export function mayDescribe(actor: Pick<Actor, 'roles' | 'name'>, applicationOwner: string): Decision {
  if (mustOperate(actor).allowed) return yes;
  return applicationOwner !== '' && applicationOwner === actor.name ? yes : no('NOT_DICTIONARY_OWNER');
}

/** A rule speaks about every cluster. */
export const mayChangeRules = (actor: Pick<Actor, 'roles'>): Decision =>
  actor.roles.includes('administrator') ? yes : no('NOT_AN_ADMINISTRATOR');
