import type { Tx } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { keepsAnAdministrator, mayManageUsers } from '../policy.ts';
import { findUser, lockUsers } from '../store/users.ts';
import { findActor } from './find-actor.ts';

/**
 * Two administrators may take each other's rights at once: the second one is none any more when their turn comes. Asked after
 * `lockUsers`, which lets one such change happen at a time.
 */
export async function requireStillAdministrator(tx: Tx, actor: Actor, now: number): Promise<void> {
  const today = await findActor(tx, actor.id, now);
  if (!today) throw new ProblemError('NOT_SIGNED_IN');
  requireAllowed(mayManageUsers(today));
}

/** After a change, in its transaction: somebody enabled must stay who administers without end; else nothing is changed. */
export async function requireAnAdministratorStays(tx: Tx, userId: string): Promise<void> {
  const name = (await findUser(tx, userId))?.name ?? userId;
  requireAllowed(keepsAnAdministrator(await lockUsers(tx), { name }));
}
