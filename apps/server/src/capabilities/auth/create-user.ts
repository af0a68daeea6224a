import type { Role } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import { newId } from '../../platform/database/new-id.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashPassword } from './password.ts';
import { mayManageUsers } from './policy.ts';
import { addUser } from './store/users.ts';
import type { User } from './user.ts';

export async function createUser(
  { db, clock }: Pick<AuthParts, 'db' | 'clock'>,
  actor: Actor,
  input: { readonly name: string; readonly password: string; readonly roles?: readonly Role[] | undefined },
  note: Note,
): Promise<User> {
  requireAllowed(mayManageUsers(actor));
  const name = input.name.trim();
  const password = await hashPassword(input.password);
  const user: User = {
    id: newId(),
    name,
    roles: [...new Set(input.roles ?? [])],
    disabled: false,
    createdAt: clock.now(),
  };
  try {
    await inTransaction(db, async (tx) => {
      await addUser(tx, user, password, actor.name);
      await note(tx, { resource: `user/${user.id}` });
    });
  } catch (error) {
    throw isDuplicateKey(error) ? new ProblemError('USER_NAME_TAKEN', { name }) : error;
  }
  return user;
}
