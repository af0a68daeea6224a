import type { Me } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { nameKeyOf } from './name-key.ts';
import { type NewSession, openSession } from './open-session.ts';
import type { AuthParts, Note } from './parts.ts';
import { isPassword, strangersPassword } from './password.ts';
import { actorOfUser } from './rights/find-actor.ts';
import { findUserByName, lockUser } from './store/users.ts';
import { meOf } from './user.ts';

/** One answer for an unknown name, a wrong password and a disabled user, after the same work. */
export async function signIn(
  { db, clock, throttle }: AuthParts,
  input: { readonly name: string; readonly password: string; readonly address: string },
  about: (resource: string) => void,
  note: Note,
): Promise<{ readonly me: Me; readonly session: NewSession }> {
  const key = nameKeyOf(input.name);
  throttle.begin(key, input.address);
  const known = await findUserByName(db, input.name);
  // Only names that exist go into the audit log: people type passwords into the name field.
  if (known) about(`user/${known.user.id}`);
  const right = await isPassword(input.password, known?.password ?? strangersPassword);
  if (!known || !right || known.user.disabled) throw new ProblemError('SIGN_IN_REFUSED');
  throttle.succeeded(key, input.address);
  const { user } = known;
  const session = await inTransaction(db, async (tx) => {
    const now = await lockUser(tx, user.id);
    // Reset or disabled while the password was being looked at: no session may outlive that.
    if (now?.password !== known.password || now.user.disabled) throw new ProblemError('SIGN_IN_REFUSED');
    await note(tx, { resource: `user/${user.id}`, actor: { id: user.id, name: user.name, via: 'session' } });
    return openSession(tx, user.id, clock.now());
  });
  return { me: meOf(user, await actorOfUser(db, user, 'session', clock.now())), session };
}
