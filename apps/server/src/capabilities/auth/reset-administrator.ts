import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import { endAll } from './end-sessions.ts';
import { makePassword } from './make-password.ts';
import { nameKeyOf } from './name-key.ts';
import { hashPassword } from './password.ts';
import { addAuditRow, changeAuditRow } from './store/audit.ts';
import { changeUser, lockUsers, setEverywhereRoles } from './store/users.ts';
import type { User } from './user.ts';

export interface ResetAdministrator {
  readonly name: string;
  /** Shown this once. */
  readonly password: string;
}

/** Why nobody was reset; `names` are the administrators there are. */
export class NobodyToReset extends Error {
  readonly names: readonly string[];
  constructor(message: string, names: readonly string[]) {
    super(message);
    this.name = 'NobodyToReset';
    this.names = names;
  }
}

/**
 * The way back in for whoever may write the store itself: gives a user a new password, lets them in again, makes them an
 * administrator, and ends everything the old password opened. Without a name: the only administrator there is. Leaves an audit row
 * that says who did it on the machine; nothing is changed without it.
 */
export async function resetAdministrator(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { name, by }: { readonly name?: string | undefined; readonly by: string },
): Promise<ResetAdministrator> {
  const password = makePassword();
  const hash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    const at = clock.now();
    const user = chooseUser(await lockUsers(tx), name);
    await changeUser(tx, user.id, { password: hash, disabled: false });
    await setEverywhereRoles(tx, user.id, [...new Set([...user.roles, 'administrator' as const])], { name: by, at });
    await endAll(tx, user.id);
    await tellAudit(tx, user, by, at);
    return { name: user.name, password };
  });
}

function chooseUser(users: readonly User[], name: string | undefined): User {
  const administrators = users.filter(({ roles }) => roles.includes('administrator'));
  const names = administrators.map((user) => user.name);
  if (name === undefined) {
    const [only, ...others] = administrators;
    if (only && others.length === 0) return only;
    throw new NobodyToReset(
      only ? 'several are administrators: name one' : 'nobody is an administrator: name a user',
      names,
    );
  }
  const found = users.find((user) => nameKeyOf(user.name) === nameKeyOf(name));
  if (!found) throw new NobodyToReset(`there is no user ${name}`, names);
  return found;
}

async function tellAudit(tx: Tx, { id: userId }: User, by: string, at: number): Promise<void> {
  const id = newId();
  const action = 'server.reset-administrator';
  await addAuditRow(tx, { id, at, actor: undefined, action, resource: `user/${userId}`, requestId: id });
  const words = {
    en: `On the machine of the server, by its account ${by}.`,
    zh: `在服务所在的机器上，由系统账号 ${by} 执行。`,
  };
  await changeAuditRow(tx, id, { outcome: 'allowed', words });
}
