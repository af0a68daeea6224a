import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { type Ended, endAll } from './end-sessions.ts';
import { makePassword } from './make-password.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashPassword } from './password.ts';
import { mayManageUsers } from './policy.ts';
import { changeUser, findUser, lockUser } from './store/users.ts';

/**
 * The answer to a leaked or forgotten password: the old one opens nothing any more, and what it opened is closed. Without
 * `password` one is made; it stands in this answer alone.
 */
export async function resetPassword(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  { userId, password }: { readonly userId: string; readonly password?: string | undefined },
  note: Note,
): Promise<Ended & { readonly password?: string }> {
  requireAllowed(mayManageUsers(actor));
  if (!(await findUser(db, userId))) throw new ProblemError('USER_NOT_FOUND');
  const chosen = password ?? makePassword();
  const hash = await hashPassword(chosen);
  return inTransaction(db, async (tx) => {
    if (!(await lockUser(tx, userId))) throw new ProblemError('USER_NOT_FOUND');
    await changeUser(tx, userId, { password: hash });
    await note(tx, { resource: `user/${userId}` });
    return { ...(await endAll(tx, userId)), ...(password === undefined ? { password: chosen } : {}) };
  });
}
