import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { mayManageUsers } from './policy.ts';
import { removeSessionsOf } from './store/sessions.ts';
import { removeTokensOf } from './store/tokens.ts';
import { lockUser } from './store/users.ts';

/** What was ended. */
export interface Ended {
  readonly sessions: number;
  readonly tokens: number;
}

/** Signs a user out everywhere. Whoever has the password can sign in again: reset it, or disable the user, to keep them out. */
export async function endSessions(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  userId: string,
  note: Note,
): Promise<Ended> {
  requireAllowed(mayManageUsers(actor));
  return inTransaction(db, async (tx) => {
    if (!(await lockUser(tx, userId))) throw new ProblemError('USER_NOT_FOUND');
    await note(tx, { resource: `user/${userId}` });
    return endAll(tx, userId);
  });
}

/** Sessions and tokens: who had the password could have made a token, which would outlive any session. */
export const endAll = async (tx: Tx, userId: string): Promise<Ended> => ({
  sessions: await removeSessionsOf(tx, userId),
  tokens: await removeTokensOf(tx, userId),
});
