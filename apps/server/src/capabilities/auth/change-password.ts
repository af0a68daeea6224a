import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { nameKeyOf } from './name-key.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashPassword, isPassword } from './password.ts';
import { hashSecretText } from './secret-text.ts';
import { removeSessionsOf } from './store/sessions.ts';
import { changeUser, findUserByName, lockUser } from './store/users.ts';

interface Input {
  readonly oldPassword: string;
  readonly newPassword: string;
  readonly address: string;
  /** Value of the caller's cookie: this session goes on. */
  readonly cookie: string | undefined;
}

/**
 * One's own password. The old one is asked for, and guessing it slowed as at the sign-in: an open session alone must not be
 * enough to take an account over. Every other session ends; tokens are listed by name, and revoked one by one.
 */
export async function changePassword(
  { db, throttle }: Pick<AuthParts, 'db' | 'throttle'>,
  actor: Actor,
  { oldPassword, newPassword, address, cookie }: Input,
  note: Note,
): Promise<{ readonly sessions: number }> {
  const key = nameKeyOf(actor.name);
  throttle.begin(key, address);
  const known = await findUserByName(db, actor.name);
  if (known?.user.id !== actor.id) throw new ProblemError('NOT_SIGNED_IN');
  if (!(await isPassword(oldPassword, known.password))) throw new ProblemError('OLD_PASSWORD_WRONG');
  throttle.succeeded(key, address);
  if (newPassword === oldPassword) throw new ProblemError('PASSWORD_UNCHANGED');
  const password = await hashPassword(newPassword);
  return inTransaction(db, async (tx) => {
    const now = await lockUser(tx, actor.id);
    // Reset or disabled while this one was being hashed: that decision stands.
    if (now?.password !== known.password || now.user.disabled) throw new ProblemError('OLD_PASSWORD_WRONG');
    await changeUser(tx, actor.id, { password });
    await note(tx, { resource: `user/${actor.id}` });
    const kept = actor.via === 'session' && cookie !== undefined ? hashSecretText(cookie) : undefined;
    return { sessions: await removeSessionsOf(tx, actor.id, kept) };
  });
}
