import type { ReviewPolicyScope } from '@myriad/contract';
import type { Reader } from '../../platform/database/schema.ts';
import type { Actor, Decision } from '../../platform/policy/decision.ts';
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
