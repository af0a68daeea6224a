import type { PageQuery } from '@myriad/contract';
import { type Page, readPage } from '../../platform/database/page.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { mayManageUsers } from './policy.ts';
import { readUsers } from './store/users.ts';
import type { User } from './user.ts';

export async function listUsers(db: Reader, actor: Actor, query: PageQuery): Promise<Page<User>> {
  requireAllowed(mayManageUsers(actor));
  return readPage(
    query,
    (after, limit) => readUsers(db, after, limit),
    (user) => user,
    (user) => user,
  );
}
