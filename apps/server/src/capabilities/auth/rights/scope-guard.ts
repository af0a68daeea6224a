import { type Role, thingParameter } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import type { CallSubject, Narrow } from '../../../platform/policy/narrow.ts';
import { rightsOf, rolesOn, rolesTowards, type Standing } from './right.ts';

/** A kind of thing rights can reach; each slice brings its own. */
export interface ScopedThing {
  /** The problem of one that does not exist; of one that is not theirs to see it is the same, word for word. */
  readonly notFound: (id: string) => ProblemError;
  /** undefined: there is none. `id` as it stands in paths: a ticket's number serves too. */
  readonly stands: (db: Reader, id: string) => Promise<Standing | undefined>;
  /** Roles that show it; absent: any. */
  readonly shownTo?: readonly Role[];
}

export type ScopedThings = Readonly<Record<string, ScopedThing>>;

/** The actor with the roles they hold on one thing; throws its not-found where it is not theirs to see, or not there. */
export async function actorOn(
  db: Reader,
  { notFound, stands, shownTo }: ScopedThing,
  actor: Actor,
  id: string,
): Promise<Actor> {
  const rights = rightsOf(actor);
  const standing = await stands(db, id);
  const roles = standing && rolesTowards({ id: actor.id, rights }, standing, shownTo);
  if (!roles) throw notFound(id);
  return { ...actor, roles, rights };
}

/**
 * What every call passes before its use case: the actor goes on with the roles they hold where the call is about, so that every
 * policy, button and approval is judged there without knowing of scopes.
 */
export function createScopeGuard(db: Reader, things: ScopedThings): Narrow {
  return async (actor, subject) => {
    const rights = rightsOf(actor);
    const everywhere = { ...actor, rights, roles: rolesOn(rights, []) };
    if (subject.scope === 'own' || subject.scope === 'catalogue' || subject.scope === 'within') return everywhere;
    if (subject.scope === 'thing') {
      const { thing, id } = thingOf(subject);
      const found = Object.hasOwn(things, thing) ? things[thing] : undefined;
      if (!found) throw new ProblemError('NOT_FOUND', { path: subject.path });
      return actorOn(db, found, everywhere, id);
    }
    if (everywhere.roles.length === 0) throw new ProblemError('RIGHT_EVERYWHERE_NEEDED');
    return everywhere;
  };
}

function thingOf({ path, params }: CallSubject): { readonly thing: string; readonly id: string } {
  const named = thingParameter(path);
  if (!named) throw new Error(`programming error: ${path} names no thing`);
  return { thing: named.thing ?? String(params.dimension), id: String(params[named.parameter]) };
}
