import type { ReplicationChannel, ServerGlance } from '@myriad/mysql';
import type { ObservedServer } from './observed-server.ts';

/** `10.0.0.1:3306`, `[fe80::1]:3306`; names in lower case. */
export const addressOf = (host: string, port: number): string => {
  const lower = host.toLowerCase();
  return lower.includes(':') ? `[${lower}]:${port}` : `${lower}:${port}`;
};

export const glanceOf = (server: ObservedServer): ServerGlance | undefined =>
  server.look.state === 'answered' ? server.look.glance : undefined;

/** The one of the list for which it holds; several or none: undefined. */
const only = (servers: readonly ObservedServer[], holds: (server: ObservedServer) => boolean) => {
  const [first, second] = servers.filter(holds);
  return second ? undefined : first;
};

const shortName = (name: string): string => name.toLowerCase().split('.')[0] ?? '';
const isAddress = (host: string): boolean => /^[\d.]+$|:/.test(host);

/**
 * Which of the observed servers a channel reads from: by the source's uuid, which proves it; by the address we reached
 * it at; by the name and port it gives itself; last by server_id, where only one can be meant.
 */
export function resolveSource(
  channel: Pick<ReplicationChannel, 'source' | 'sourceUuid' | 'sourceServerId'>,
  servers: readonly ObservedServer[],
  replica: ObservedServer,
): ObservedServer | undefined {
  const { source, sourceUuid, sourceServerId } = channel;
  const others = servers.filter((server) => server !== replica);
  const at = addressOf(source.host, source.port);
  return (
    (sourceUuid === '' ? undefined : findByUuid(sourceUuid, others)) ??
    only(servers, ({ host, port }) => addressOf(host, port) === at) ??
    (isAddress(source.host) ? undefined : only(others, (server) => callsItself(server, source))) ??
    (sourceServerId === null ? undefined : only(others, (server) => isNumbered(server, sourceServerId, source.port)))
  );
}

export const findByUuid = (uuid: string, servers: readonly ObservedServer[]): ObservedServer | undefined =>
  only(servers, (server) => glanceOf(server)?.serverUuid === uuid.toLowerCase());

function callsItself(
  server: ObservedServer,
  { host, port }: { readonly host: string; readonly port: number },
): boolean {
  const glance = glanceOf(server);
  return glance !== undefined && glance.port === port && shortName(glance.hostname) === shortName(host);
}

function isNumbered(server: ObservedServer, serverId: number, port: number): boolean {
  const glance = glanceOf(server);
  // A uuid would have been found by it: only servers without one are known by their number.
  return glance !== undefined && glance.serverUuid === '' && glance.serverId === serverId && glance.port === port;
}
