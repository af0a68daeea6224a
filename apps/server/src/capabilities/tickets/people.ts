import type { Clock } from '../../platform/clock/clock.ts';
import { findActor, listHolders, readSettings, rolesOn } from '../auth/index.ts';
import type { PeopleForTickets } from './parts.ts';

/** What tickets ask about people, answered by the auth slice. */
export const peopleOf = (clock: Clock): PeopleForTickets => ({
  findActor: (db, userId) => findActor(db, userId, clock.now()),
  hasOther: async (db, roles, { exceptUserId, places }) => {
    const holders = await listHolders(db, clock.now());
    return holders.some(
      ({ id, held }) => id !== exceptUserId && rolesOn(held, places).some((role) => roles.includes(role)),
    );
  },
  approveOwnTickets: async (db) => (await readSettings(db)).approveOwnTickets,
});
