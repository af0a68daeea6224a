import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { type Ended, endAll } from './end-sessions.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashPassword } from './password.ts';
import { mayManageUsers } from './policy.ts';
import { changeUser, findUser, lockUser } from './store/users.ts';

/** The answer to a leaked password: it opens nothing any more, and what it opened is closed. */
export async function resetPassword(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  { userId, password }: { readonly userId: string; readonly password: string },
  note: Note,
): Promise<Ended> {
  requireAllowed(mayManageUsers(actor));
  if (!(await findUser(db, userId))) throw new ProblemError('USER_NOT_FOUND');
  const hash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    if (!(await lockUser(tx, userId))) throw new ProblemError('USER_NOT_FOUND');
    await changeUser(tx, userId, { password: hash });
    await note(tx, { resource: `user/${userId}` });
    return endAll(tx, userId);
  });
}
