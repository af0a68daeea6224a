import type { OwnerView } from '@myriad/contract';
import type { Reader } from '../../platform/database/schema.ts';
import { findOwners } from '../auth/index.ts';
import type { ApplicationRecord } from './records.ts';

/** Each application with whom its owner's name stands for now; without where that is nobody. */
export async function withOwners(
  db: Reader,
  applications: readonly ApplicationRecord[],
): Promise<(ApplicationRecord & { ownedBy?: OwnerView })[]> {
  const owners = await findOwners(
    db,
    applications.map(({ owner }) => owner),
  );
  return applications.map((application) => {
    const found = owners(application.owner);
    if (!found) return application;
    const { kind, id, name, people } = found;
    return { ...application, ownedBy: { kind, id, name, people: people.length } };
  });
}
