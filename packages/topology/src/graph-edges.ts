import { partValue, type ReplicationChannel } from '@myriad/mysql';
import type { GraphEdge, GraphNode } from './graph.ts';
import type { ObservedServer } from './observed-server.ts';
import { addressOf, findByUuid, resolveSource } from './resolve-source.ts';
import { showText } from './show-text.ts';

/** Edges with the servers that are only heard of, as they turn up. */
export interface Links {
  readonly edges: GraphEdge[];
  readonly heardOf: Map<string, GraphNode>;
}

function hearOf(links: Links, host: string, port: number | null, role: GraphNode['role']): string {
  const id = port === null ? `${host.toLowerCase()}:?` : addressOf(host, port);
  if (!links.heardOf.has(id)) links.heardOf.set(id, { id, name: showText(id), host, port, role, state: 'heard-of' });
  return id;
}

export const stateOf = (channel: ReplicationChannel): GraphEdge['state'] => {
  const stands = channel.receiver !== 'running' || channel.applier !== 'running';
  if (!stands) return 'running';
  if (channel.receiver === 'connecting' && channel.applier === 'running') return 'connecting';
  return channel.error === '' && channel.receiverErrno === 0 && channel.applierErrno === 0 ? 'stopped' : 'broken';
};

/** What replicas say of themselves. */
export function linkChannels(links: Links, servers: readonly ObservedServer[]): void {
  for (const server of servers) {
    if (server.look.state !== 'answered') continue;
    const { channels, semiSync } = server.look.glance;
    for (const channel of channels) {
      // A channel of group replication has no source of its own.
      if (channel.source.host === '' || channel.source.host === '<NULL>') continue;
      const { source } = channel;
      links.edges.push({
        from: resolveSource(channel, servers, server)?.id ?? hearOf(links, source.host, source.port, 'unknown'),
        to: server.id,
        channel: channel.name,
        seenBy: 'channel',
        state: stateOf(channel),
        lagSeconds: channel.lagSeconds,
        tls: channel.tls,
        usesGtid: channel.usesGtid,
        semiSync: semiSync.replicaActive,
      });
    }
  }
}

/** Members of a replication group, from its primary; without one (or with many) nobody follows anybody. */
export function linkGroups(links: Links, servers: readonly ObservedServer[]): void {
  for (const server of servers) {
    const members = server.look.state === 'answered' ? partValue(server.look.portrait?.groupMembers) : undefined;
    if (!members || members.length < 2) continue;
    const ids = new Map(
      members.map((member) => [
        member.uuid,
        findByUuid(member.uuid, servers)?.id ?? hearOf(links, member.host, member.port, 'group-member'),
      ]),
    );
    const primaries = members.filter((member) => member.role === 'PRIMARY');
    const [primary] = primaries;
    // Drawn as a star around the primary; with several of them, around the first, so that they stay one picture.
    const from = ids.get((primary ?? members[0])?.uuid ?? '');
    for (const [uuid, to] of ids) {
      if (from === undefined || to === from) continue;
      if (links.edges.some((edge) => edge.seenBy === 'group' && edge.from === from && edge.to === to)) continue;
      const state = members.find((member) => member.uuid === uuid)?.state;
      links.edges.push({
        ...{ from, to, channel: '', seenBy: 'group' as const, lagSeconds: null, usesGtid: true, semiSync: false },
        state: state === 'ONLINE' ? 'running' : state === 'RECOVERING' ? 'connecting' : 'broken',
        tls: 'unknown',
      });
    }
  }
}

/**
 * Replicas that only their source knows of. A thread is taken for one of the replicas we know before it is taken for
 * a stranger: through NAT its address is not the replica's. Readers that are no servers (a change feed) look the same.
 */
export function linkDumpThreads(links: Links, servers: readonly ObservedServer[]): void {
  for (const server of servers) {
    const threads = server.look.state === 'answered' ? partValue(server.look.portrait?.dumpThreads) : undefined;
    if (!threads) continue;
    const known = links.edges.filter((edge) => edge.from === server.id && edge.seenBy === 'channel');
    const unclaimed = new Set(known.filter((edge) => edge.state !== 'stopped').map((edge) => edge.to));
    const strangers = threads.filter((thread) => {
      const isThere = (one: ObservedServer) => one.host.toLowerCase() === thread.host.toLowerCase();
      const byUuid = thread.replicaUuid === '' ? undefined : findByUuid(thread.replicaUuid, servers);
      const byHost = servers.find((one) => unclaimed.has(one.id) && isThere(one));
      const silent = servers.filter((one) => one.look.state !== 'answered' && one !== server && isThere(one));
      const replica = byUuid ?? byHost ?? (silent.length === 1 ? silent[0] : undefined);
      if (!replica) return true;
      unclaimed.delete(replica.id);
      // One that answers says itself whom it follows: an idle source keeps the thread of a replica that has left.
      if (replica.look.state !== 'answered' && !known.some((edge) => edge.to === replica.id))
        links.edges.push(unheard(server.id, replica.id));
      return false;
    });
    for (const thread of strangers) {
      const [any] = thread.replicaUuid === '' ? unclaimed : [];
      if (any !== undefined) unclaimed.delete(any);
      else links.edges.push(unheard(server.id, hearOf(links, thread.host, null, 'replica')));
    }
  }
}

const unheard = (from: string, to: string): GraphEdge => ({
  ...{ from, to, channel: '', seenBy: 'dump-thread', state: 'unknown', lagSeconds: null, tls: 'unknown' },
  ...{ usesGtid: null, semiSync: false },
});
