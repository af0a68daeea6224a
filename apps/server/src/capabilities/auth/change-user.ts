import type { Role } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { keepsAnAdministrator, mayManageUsers } from './policy.ts';
import { requireStillAdministrator } from './rights/require-administrator.ts';
import { removeSessionsOf } from './store/sessions.ts';
import { changeUser, lockUsers, setEverywhereRoles } from './store/users.ts';
import type { User } from './user.ts';

interface Change {
  readonly disabled?: boolean;
  readonly roles?: readonly Role[];
}

/** Sessions end; tokens stay in the list, but nobody takes them while the user is disabled. Doing it twice does no more. */
export const disableUser = (
  parts: Pick<AuthParts, 'db' | 'clock'>,
  actor: Actor,
  userId: string,
  note: Note,
): Promise<User> => change(parts, actor, userId, { disabled: true }, note);

export const enableUser = (
  parts: Pick<AuthParts, 'db' | 'clock'>,
  actor: Actor,
  userId: string,
  note: Note,
): Promise<User> => change(parts, actor, userId, { disabled: false }, note);

export const changeUserRoles = (
  parts: Pick<AuthParts, 'db' | 'clock'>,
  actor: Actor,
  { userId, roles }: { readonly userId: string; readonly roles: readonly Role[] },
  note: Note,
): Promise<User> => change(parts, actor, userId, { roles: [...new Set(roles)] }, note);

async function change(
  { db, clock }: Pick<AuthParts, 'db' | 'clock'>,
  actor: Actor,
  userId: string,
  wanted: Change,
  note: Note,
): Promise<User> {
  requireAllowed(mayManageUsers(actor));
  return inTransaction(db, async (tx) => {
    const users = await lockUsers(tx);
    const found = users.find(({ id }) => id === userId);
    if (!found) throw new ProblemError('USER_NOT_FOUND');
    await requireStillAdministrator(tx, actor, clock.now());
    const changed: User = { ...found, ...wanted, roles: [...(wanted.roles ?? found.roles)] };
    const afterwards = users.map((user) => (user.id === userId ? changed : user));
    requireAllowed(keepsAnAdministrator(afterwards, found));
    await changeUser(tx, userId, wanted);
    if (wanted.roles) await setEverywhereRoles(tx, userId, wanted.roles, { name: actor.name, at: clock.now() });
    if (changed.disabled) await removeSessionsOf(tx, userId);
    await note(tx, { resource: `user/${userId}` });
    return changed;
  });
}
