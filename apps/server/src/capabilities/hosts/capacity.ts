import type { Capacity, capacityParts, PoolState, ZoneCapacity } from '@myriad/contract';
import type { PoolSum, SizeCount } from '../metadata/index.ts';

type Part = (typeof capacityParts)[number];

const partOf: Readonly<Record<PoolState, Part>> = {
  available: 'free',
  reserved: 'reserved',
  'in-use': 'used',
  unchecked: 'aside',
  'failed-check': 'aside',
  'out-of-service': 'aside',
};

const nothing: Capacity = { hosts: 0, cpus: 0, memoryBytes: 0, diskBytes: 0 };
const plus = (sum: Capacity, { hosts, cpus, memoryBytes, diskBytes }: PoolSum): Capacity => ({
  hosts: sum.hosts + hosts,
  cpus: sum.cpus + cpus,
  memoryBytes: sum.memoryBytes + memoryBytes,
  diskBytes: sum.diskBytes + diskBytes,
});

/** The pool by zone, by name. `used` and `fits`: how many there are of a size, and hosts with room for one more. */
export function capacityOf(
  sums: readonly PoolSum[],
  { sizes, used, fits }: { sizes: readonly string[]; used: readonly SizeCount[]; fits: readonly SizeCount[] },
): ZoneCapacity[] {
  const countOf = (counts: readonly SizeCount[], zone: string, size: string) =>
    counts.find((each) => each.zone === zone && each.specification === size)?.count ?? 0;
  return [...Map.groupBy(sums, ({ zone }) => zone)]
    .map(([zone, here]) => {
      const sum = (part: Part) => here.filter(({ poolState }) => partOf[poolState] === part).reduce(plus, nothing);
      return {
        zone,
        ...{ used: sum('used'), reserved: sum('reserved'), free: sum('free'), aside: sum('aside') },
        unmeasured: here.reduce((total, { unmeasured }) => total + unmeasured, 0),
        specifications: sizes.map((name) => ({
          ...{ name, instances: countOf(used, zone, name), fits: countOf(fits, zone, name) },
        })),
      };
    })
    .sort((a, b) => (a.zone < b.zone ? -1 : 1));
}
