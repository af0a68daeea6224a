import type { Me } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import { newId } from '../../platform/database/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type NewSession, openSession } from './open-session.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashPassword } from './password.ts';
import { markFirstRun } from './store/settings.ts';
import { addUser, hasUsers } from './store/users.ts';
import { meOf, type User } from './user.ts';

/** Makes the administrator and signs them in. Works once in the life of a store. */
export async function completeFirstRun(
  { db, clock, firstRun, throttle }: AuthParts,
  input: { readonly token: string; readonly name: string; readonly password: string; readonly address: string },
  note: Note,
): Promise<{ readonly me: Me; readonly session: NewSession }> {
  if (await hasUsers(db)) throw new ProblemError('FIRST_RUN_OVER');
  throttle.begin('first run', input.address);
  if (!firstRun.isToken(input.token)) throw new ProblemError('FIRST_RUN_TOKEN');
  throttle.succeeded('first run', input.address);
  const password = await hashPassword(input.password);
  const user: User = {
    id: newId(),
    name: input.name.trim(),
    roles: ['administrator'],
    disabled: false,
    createdAt: clock.now(),
  };
  const session = await inTransaction(db, async (tx) => {
    await markFirstRun(tx, clock.now());
    await addUser(tx, user, password);
    await note(tx, { resource: `user/${user.id}`, actor: { id: user.id, name: user.name, via: 'session' } });
    return openSession(tx, user.id, clock.now());
  }).catch((error: unknown) => {
    throw isDuplicateKey(error) ? new ProblemError('FIRST_RUN_OVER') : error;
  });
  firstRun.close();
  return { me: meOf(user, { roles: user.roles, via: 'session' }), session };
}
