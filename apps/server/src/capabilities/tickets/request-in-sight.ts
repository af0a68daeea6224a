import type { Role } from '@myriad/contract';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { rightsOf, rolesTowards } from '../auth/index.ts';
import { actorOnThing, placesOfSubjects, type Subject } from '../metadata/index.ts';
import { mayOpen } from './policy.ts';

const named = [
  ['clusterId', 'cluster'],
  ['instanceId', 'instance'],
  ['hostId', 'host'],
  ['applicationId', 'application'],
] as const;

/**
 * Before anything of a form is looked into: what it names must be theirs to see. One that is not and one that does not exist are
 * answered alike, so that a form tells nobody what there is.
 */
export async function requireNamedInSight(db: Reader, actor: Actor, form: unknown): Promise<void> {
  if (rightsOf(actor).every(({ kind }) => kind === 'all')) return;
  if (Array.isArray(form)) {
    for (const each of form) await requireNamedInSight(db, actor, each);
    return;
  }
  if (typeof form !== 'object' || form === null) return;
  for (const [key, value] of Object.entries(form)) {
    const [, entity] = named.find(([name]) => key === name || key === `${name}s`) ?? [];
    const ids: unknown[] = Array.isArray(value) ? value : [value];
    for (const id of ids) {
      if (entity && typeof id === 'string' && id !== '') await actorOnThing(db, actor, entity, id);
      else await requireNamedInSight(db, actor, id);
    }
  }
}

/** Whoever asks holds a role, where the kind names some one of these, on all that the request is about. */
export async function requireRoleOnAll(
  db: Reader,
  actor: Actor,
  kind: { readonly openRoles?: readonly Role[] },
  subjects: readonly Subject[],
): Promise<void> {
  const rights = rightsOf(actor);
  if (rights.every(({ kind: scope }) => scope === 'all')) return;
  const shownBy = await placesOfSubjects(db, subjects);
  const roles = rolesTowards({ id: actor.id, rights }, { shownBy, shown: 'each' });
  if (!roles) throw new ProblemError('RIGHT_ON_SCOPE_NEEDED');
  requireAllowed(mayOpen(roles, kind));
}
