import { type Part, partValue, type ReplicationChannel, type ServerGlance, type ServerPortrait } from '@myriad/mysql';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { graphOf } from './graph-of.ts';
import type { ClusterContext, ObservedServer } from './observed-server.ts';
import { resolveSource } from './resolve-source.ts';

/** A server that answered, with what the findings ask of it. */
export interface Seen {
  readonly id: string;
  readonly name: string;
  readonly node: GraphNode;
  readonly glance: ServerGlance;
  readonly portrait: ServerPortrait | undefined;
  readonly channels: readonly SeenChannel[];
  /** It follows somebody, by a channel. */
  readonly isReplica: boolean;
  /** Somebody follows it. */
  readonly hasReplicas: boolean;
  /** A global variable; undefined = not there or not read. */
  variable(name: string): string | undefined;
  /** The first of these names that exists: MySQL renamed many. */
  variableOf(...names: readonly string[]): string | undefined;
}

export interface SeenChannel extends ReplicationChannel {
  readonly state: GraphEdge['state'];
  /** The source where it is one of the list, answered or not. */
  readonly sourceServer: ObservedServer | undefined;
}

/** What a finding looks at: one cluster. */
export interface Fleet {
  readonly servers: readonly ObservedServer[];
  readonly seen: readonly Seen[];
  readonly graph: Graph;
  readonly context: Required<ClusterContext>;
  find(id: string | undefined): Seen | undefined;
}

/** The value of a part of the portrait, or undefined: refused, or never read. */
export const partOf = <T>(seen: Seen, part: (portrait: ServerPortrait) => Part<T>): T | undefined =>
  seen.portrait ? partValue(part(seen.portrait)) : undefined;

function seenOf(server: ObservedServer, servers: readonly ObservedServer[], graph: Graph): Seen | undefined {
  const node = graph.nodes.find(({ id }) => id === server.id);
  if (server.look.state !== 'answered' || !node) return undefined;
  const { glance, portrait } = server.look;
  const variables = partValue(portrait?.variables);
  const edges = graph.edges.filter((edge) => edge.to === server.id && edge.seenBy === 'channel');
  const variable = (name: string) => (variables && Object.hasOwn(variables, name) ? variables[name] : undefined);
  const followed = glance.channels.filter(({ source }) => source.host !== '' && source.host !== '<NULL>');
  return {
    ...{ id: server.id, name: node.name, node, glance, portrait, variable },
    channels: followed.map((channel, index) => ({
      ...channel,
      state: edges[index]?.state ?? 'unknown',
      sourceServer: resolveSource(channel, servers, server),
    })),
    isReplica: edges.length > 0,
    hasReplicas: graph.edges.some((edge) => edge.from === server.id),
    variableOf: (...names) => names.map(variable).find((value) => value !== undefined),
  };
}

export function openFleet(servers: readonly ObservedServer[], context: ClusterContext): Fleet {
  const graph = graphOf(servers);
  const seen = servers.flatMap((server) => seenOf(server, servers, graph) ?? []);
  return {
    ...{ servers, seen, graph },
    context: { backup: 'unknown', lateSeconds: 60, ...context },
    find: (id) => seen.find((one) => one.id === id),
  };
}
