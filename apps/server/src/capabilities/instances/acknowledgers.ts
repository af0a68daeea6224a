import type { ClusterServers } from './read-servers.ts';
import type { ServerInput } from './server-input.ts';

type Found = Pick<ClusterServers, 'servers' | 'records'>;

/** Of all but the primary, those that can acknowledge once `chosen` run: replicas that stay stopped cannot. */
export const acknowledgersOf = (
  { servers, records }: Found,
  chosen: readonly ServerInput[],
  primary: ServerInput,
): readonly ServerInput[] =>
  servers.filter(
    (server) => server !== primary && (chosen.includes(server) || records.get(server.instanceId)?.state === 'running'),
  );

/** The chosen primary that would open with nobody to acknowledge, since its replicas stay stopped. */
export const opensAlone = (found: Found, chosen: readonly ServerInput[]): ServerInput | undefined =>
  chosen.find(
    (server) =>
      server.role === 'primary' && found.servers.length > 1 && acknowledgersOf(found, chosen, server).length === 0,
  );
