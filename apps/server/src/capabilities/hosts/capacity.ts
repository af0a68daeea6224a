import type { Capacity, capacityParts, PoolState, ZoneCapacity } from '@myriad/contract';

export interface MeasuredHost {
  readonly zone: string;
  readonly poolState: PoolState;
  /** As its last check measured it; absent: not measured. */
  readonly cpus?: number | undefined;
  readonly memoryBytes?: number | undefined;
  readonly diskBytes?: number | undefined;
  readonly freeDiskBytes?: number | undefined;
}

export interface Size {
  readonly name: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

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
const plus = (sum: Capacity, host: MeasuredHost): Capacity => ({
  hosts: sum.hosts + 1,
  cpus: sum.cpus + (host.cpus ?? 0),
  memoryBytes: sum.memoryBytes + (host.memoryBytes ?? 0),
  diskBytes: sum.diskBytes + (host.diskBytes ?? 0),
});

const isMeasured = ({ cpus, memoryBytes, diskBytes }: MeasuredHost): boolean =>
  cpus !== undefined && memoryBytes !== undefined && diskBytes !== undefined;

/** What was not measured has no room. */
const hasRoom = ({ cpus = 0, memoryBytes = 0, freeDiskBytes = 0 }: MeasuredHost, size: Size): boolean =>
  cpus >= size.cpus && memoryBytes >= size.memoryBytes && freeDiskBytes >= size.diskBytes;

/** The pool by zone, by name. `instances`: zone and size of each living one. */
export function capacityOf(
  hosts: readonly MeasuredHost[],
  instances: readonly { readonly zone: string; readonly specification: string | null }[],
  sizes: readonly Size[],
): ZoneCapacity[] {
  const byZone = Map.groupBy(hosts, ({ zone }) => zone);
  return [...byZone]
    .map(([zone, here]) => {
      const free = here.filter(({ poolState }) => partOf[poolState] === 'free');
      const sum = (part: Part) => here.filter(({ poolState }) => partOf[poolState] === part).reduce(plus, nothing);
      return {
        zone,
        ...{ used: sum('used'), reserved: sum('reserved'), free: sum('free'), aside: sum('aside') },
        unmeasured: here.filter((host) => !isMeasured(host)).length,
        specifications: sizes.map((size) => ({
          name: size.name,
          instances: instances.filter((each) => each.zone === zone && each.specification === size.name).length,
          fits: free.filter((host) => hasRoom(host, size)).length,
        })),
      };
    })
    .sort((a, b) => (a.zone < b.zone ? -1 : 1));
}
