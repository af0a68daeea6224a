import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Of hosts together, as far as their checks measured it. Sizes in bytes. */
export const Capacity = z.object({
  hosts: z.number().int(),
  cpus: z.number(),
  memoryBytes: z.number(),
  diskBytes: z.number(),
});
export type Capacity = z.infer<typeof Capacity>;

/** Free: checked and taken by nobody. Aside: unchecked, failed its check, out of service. */
export const capacityParts = ['used', 'reserved', 'free', 'aside'] as const;

export const ZoneCapacity = z
  .object({
    zone: z.string(),
    used: Capacity,
    reserved: Capacity,
    free: Capacity,
    aside: Capacity,
    /** Hosts of the zone that no check has measured yet: counted, without sizes. */
    unmeasured: z.number().int(),
    /** By named size: living instances that have it, and free hosts that have room for one. */
    specifications: z.array(z.object({ name: z.string(), instances: z.number().int(), fits: z.number().int() })),
  })
  .meta({ id: 'ZoneCapacity' });
export type ZoneCapacity = z.infer<typeof ZoneCapacity>;

export const viewHostCapacity = endpoint({
  id: 'host.capacity',
  scope: 'within',
  method: 'GET',
  path: '/api/host-capacity',
  summary: 'What the pool holds, has given away and has left, by zone and specification',
  response: z.object({ zones: z.array(ZoneCapacity) }),
});
