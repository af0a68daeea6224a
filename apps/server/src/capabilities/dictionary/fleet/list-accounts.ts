import { FleetAccount, type PageQuery } from '@myriad/contract';
import type { Page } from '../../../platform/database/page.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { pageByPlace } from '../read/cursor.ts';
import { pageAccounts } from '../store/fleet-accounts.ts';
import { type FleetAsked, selectPlaces } from '../store/instances-asked.ts';
import { operatedBy } from './operated-by.ts';

/** Accounts of the instances somebody operates, by `user@host`. @throws ProblemError NOT_AN_OPERATOR */
export async function listFleetAccounts(
  db: Db,
  actor: Actor,
  query: PageQuery & Omit<FleetAsked, 'sight'>,
): Promise<Page<FleetAccount>> {
  const sight = operatedBy(actor);
  return pageByPlace(
    query,
    (after, limit) => pageAccounts(db, { ...query, sight }, after, limit),
    async (rows) => {
      const places = await selectPlaces(
        db,
        rows.map((row) => row.instance_id),
      );
      return rows.flatMap(({ id, instance_id, details, seen_at }) => {
        const place = places.get(instance_id);
        if (!place) return [];
        return [FleetAccount.parse({ ...JSON.parse(details), ...place, id, seenAt: Number(seen_at) })];
      });
    },
  );
}
