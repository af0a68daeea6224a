import { authProblems, type UserView } from '@myriad/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/schema.ts';
import { abilityOf } from '../../platform/policy/decision.ts';
import { keepsAnAdministrator } from './policy.ts';
import { listAdministrators } from './store/users.ts';
import type { User } from './user.ts';

type View = z.input<typeof UserView>;

/** Users as an administrator sees them: with what may be done to each, by the same decision the change is guarded by. */
export async function viewUsers(db: Reader, users: readonly User[]): Promise<View[]> {
  const administrators = await listAdministrators(db);
  return users.map((user) => {
    const others = administrators.filter(({ id }) => id !== user.id);
    const ability = (afterwards: User) => abilityOf(keepsAnAdministrator([...others, afterwards], user), authProblems);
    return {
      ...user,
      abilities: {
        disable: ability({ ...user, disabled: true }),
        dropAdministrator: ability({ ...user, roles: user.roles.filter((role) => role !== 'administrator') }),
      },
    };
  });
}

export async function viewUser(db: Reader, user: User): Promise<View> {
  const [view] = await viewUsers(db, [user]);
  if (!view) throw new Error('programming error: one user has one view');
  return view;
}
