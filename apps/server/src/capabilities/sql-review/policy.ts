import type { ReviewException, ReviewPolicyScope } from '@myriad/contract';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, type Decision, no } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import { actorOnThing } from '../metadata/index.ts';

/** Definitions, plans and counts of a server are for those who operate it. */
export const mayAskServer = mustOperate;

/**
 * What blocks everybody's changes is decided by those who operate everything; for one application, by those who operate it.
 * @throws ProblemError APPLICATION_NOT_FOUND
 */
export async function mayChangePolicy(db: Reader, actor: Actor, scope: ReviewPolicyScope): Promise<Decision> {
  return mustOperate(scope.kind === 'application' ? await actorOnThing(db, actor, 'application', scope.id) : actor);
}

interface AskedFor {
  readonly reviewer_id: string;
  readonly application_id: string | null;
}

/** What the gate refuses is let through by those who may change the gate, and never by who asked. */
export async function mayExcept(
  db: Reader,
  actor: Actor,
  { reviewer_id, application_id }: AskedFor,
): Promise<Decision> {
  return reviewer_id === actor.id ? no('REVIEW_EXCEPTION_OWN') : mayActFor(db, actor, application_id);
}

export async function mayRevoke(
  db: Reader,
  actor: Actor,
  { application_id }: Pick<AskedFor, 'application_id'>,
  state: ReviewException['state'],
): Promise<Decision> {
  if (state !== 'in-force') return no('REVIEW_EXCEPTION_OVER');
  return mayActFor(db, actor, application_id);
}

/** Who sees something by having asked for it need not see its application any more: then they hold no role there. */
export async function mayActFor(db: Reader, actor: Actor, applicationId: string | null): Promise<Decision> {
  if (applicationId === null) return mustOperate(actor);
  try {
    return mustOperate(await actorOnThing(db, actor, 'application', applicationId));
  } catch (error) {
    if (error instanceof ProblemError) return no('NOT_AN_OPERATOR');
    throw error;
  }
}
