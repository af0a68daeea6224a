import { z } from 'zod';
import type { Tx } from '../../platform/database/schema.ts';
import type { Source } from '../metadata/index.ts';
import type { InstancePorts } from './ports.ts';

/** What a step that looked at servers gives back, for the step that records them. */
export const SeenServers = z.object({
  instances: z.array(
    z.object({
      instanceId: z.string(),
      serverUuid: z.string(),
      version: z.string(),
      serverId: z.number(),
      readOnly: z.boolean(),
      /** `host:port` it replicates from, as it names it itself; '' or absent: nobody, several, or not looked at. */
      source: z.string().optional(),
    }),
  ),
});
export type SeenServers = z.infer<typeof SeenServers>;
export type SeenServer = SeenServers['instances'][number];

/** Facts of one instance, as it was seen; what could not be seen is none. */
export async function recordSeen(
  { metadata, clock }: Pick<InstancePorts, 'metadata' | 'clock'>,
  tx: Tx,
  { instanceId: entityId, ...seen }: SeenServer,
  source: Source,
): Promise<void> {
  const observedAt = clock.now();
  const told = Object.entries(seen).filter(([, value]) => value !== '');
  const facts = told.map(
    ([name, value]) => ({ entity: 'instance', entityId, name, value, observedAt, source }) as const,
  );
  await metadata.recordFacts(tx, facts);
}
