import type { ZoneCapacity } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { countFits, countSizes, listSpecifications, sightOf, sumPool } from '../metadata/index.ts';
import { capacityOf } from './capacity.ts';
import type { HostParts } from './parts.ts';

/** The pool, as far as the actor sees its hosts. */
export async function viewCapacity({ db }: Pick<HostParts, 'db'>, actor: Actor): Promise<{ zones: ZoneCapacity[] }> {
  const sight = sightOf(actor);
  const sums = await sumPool(db, sight);
  const sizes = (await listSpecifications(db)).map(({ name }) => name);
  if (sizes.length === 0) return { zones: capacityOf(sums, { sizes, used: [], fits: [] }) };
  return {
    zones: capacityOf(sums, { sizes, used: await countSizes(db, sight), fits: await countFits(db, sight) }),
  };
}
