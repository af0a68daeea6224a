import type { Reader } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { findUser } from '../store/users.ts';
import { actorOf, type User } from '../user.ts';
import { heldOf } from './right.ts';
import { readRightsOf } from './store.ts';

/** A user as they may act now, with every right in force. */
export const actorOfUser = async (
  db: Reader,
  user: Pick<User, 'id' | 'name'>,
  via: Actor['via'],
  now: number,
): Promise<Actor> => actorOf(user, via, (await readRightsOf(db, user.id, now)).map(heldOf));

/** undefined for somebody removed or disabled. */
export async function findActor(db: Reader, userId: string, now: number): Promise<Actor | undefined> {
  const user = await findUser(db, userId);
  return user && !user.disabled ? actorOfUser(db, user, 'session', now) : undefined;
}
