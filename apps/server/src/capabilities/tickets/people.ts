import type { Reader } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { findUser, hasOtherUser, readSettings } from '../auth/index.ts';
import type { PeopleForTickets } from './parts.ts';

/** What tickets ask about people, answered by the auth slice. */
export const people: PeopleForTickets = {
  findActor: async (db: Reader, userId: string): Promise<Actor | undefined> => {
    const user = await findUser(db, userId);
    if (!user || user.disabled) return undefined;
    return { id: user.id, name: user.name, roles: user.roles, via: 'session' };
  },
  hasOther: hasOtherUser,
  approveOwnTickets: async (db: Reader): Promise<boolean> => (await readSettings(db)).approveOwnTickets,
};
