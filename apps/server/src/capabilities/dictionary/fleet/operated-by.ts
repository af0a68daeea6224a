import { type Actor, no, requireAllowed } from '../../../platform/policy/decision.ts';
import { isBlind, type Sight, sightOf } from '../../metadata/index.ts';

/**
 * Accounts and parameters are shown to who operates their instance: to see it by another role is not enough.
 * @throws ProblemError NOT_AN_OPERATOR for who operates nothing at all
 */
export function operatedBy(actor: Actor): Sight {
  const sight = sightOf(actor, ['dba', 'administrator']);
  if (sight !== 'everything' && isBlind(sight)) requireAllowed(no('NOT_AN_OPERATOR'));
  return sight;
}
