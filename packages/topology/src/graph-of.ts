import { partValue, type ServerPortrait } from '@myriad/mysql';
import type { Graph, GraphEdge, GraphNode, NodeRole } from './graph.ts';
import { type Links, linkChannels, linkDumpThreads, linkGroups } from './graph-edges.ts';
import type { ObservedServer } from './observed-server.ts';
import { addressOf } from './resolve-source.ts';
import { shapeOf } from './shape-of.ts';
import { showText } from './show-text.ts';

/** Accepts writes of applications. Aurora's readers say it in another variable than everybody else. */
export function isWritable(server: ObservedServer): boolean | undefined {
  if (server.look.state !== 'answered') return undefined;
  const { glance, portrait } = server.look;
  return !glance.readOnly && partValue(portrait?.variables)?.innodb_read_only !== 'ON';
}

const isInGroup = (portrait: ServerPortrait | undefined) => (partValue(portrait?.groupMembers)?.length ?? 0) > 0;

function roleOf(node: GraphNode, edges: readonly GraphEdge[], server: ObservedServer | undefined): NodeRole {
  if (server?.look.state === 'answered' && isInGroup(server.look.portrait)) return 'group-member';
  if (node.role === 'group-member') return 'group-member';
  const sources = edges.filter((edge) => edge.to === node.id && edge.from !== node.id).map((edge) => edge.from);
  const replicas = edges.filter((edge) => edge.from === node.id && edge.to !== node.id).map((edge) => edge.to);
  if (sources.length > 0 && replicas.length > 0)
    return replicas.some((id) => reaches(edges, id, node.id)) ? 'primary' : 'relay';
  if (sources.length > 0) return 'replica';
  if (replicas.length > 0) return 'primary';
  return node.state === 'answered' ? 'single' : 'unknown';
}

/** Whether what is written on `from` arrives on `to`. */
export function reaches(edges: readonly GraphEdge[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of edges) if (edge.from === id) open.push(edge.to);
  }
  return false;
}

function nodeOf(server: ObservedServer): GraphNode {
  const { id, host, port, look } = server;
  const node = {
    id,
    name: showText(server.name ?? addressOf(host, port)),
    host,
    port,
    role: 'unknown',
    state: look.state,
  } as const;
  const writable = isWritable(server);
  if (look.state !== 'answered') return node;
  const { version } = look.glance;
  return { ...node, flavor: version.flavor, version: version.text, ...(writable === undefined ? {} : { writable }) };
}

/** Who replicates from whom, of the servers we looked at and those they name. In the order given; names are not trusted. */
export function graphOf(servers: readonly ObservedServer[]): Graph {
  const links: Links = { edges: [], heardOf: new Map() };
  linkGroups(links, servers);
  linkChannels(links, servers);
  linkDumpThreads(links, servers);
  const byId = new Map(servers.map((server) => [server.id, server]));
  // An id of ours wins over a server heard of at the same address.
  const heard = [...links.heardOf.values()].filter(({ id }) => !byId.has(id));
  const nodes = [...servers.map(nodeOf), ...heard].map((node) => ({
    ...node,
    role: roleOf(node, links.edges, byId.get(node.id)),
  }));
  return {
    shape: shapeOf(nodes, links.edges, servers),
    nodes,
    edges: links.edges,
    writers: nodes.filter((node) => node.writable).map((node) => node.id),
  };
}

/** The servers by clusters: those that are connected, be it over one we only heard of. In the order given. */
export function splitIntoClusters(servers: readonly ObservedServer[]): readonly (readonly ObservedServer[])[] {
  const { nodes, edges } = graphOf(servers);
  const groupOf = new Map(nodes.map((node, index) => [node.id, index]));
  for (const { from, to } of edges) {
    const [kept, gone] = [groupOf.get(from), groupOf.get(to)];
    if (kept === undefined || gone === undefined || kept === gone) continue;
    for (const [id, group] of groupOf) if (group === gone) groupOf.set(id, kept);
  }
  return [...Map.groupBy(servers, (server) => groupOf.get(server.id)).values()];
}
