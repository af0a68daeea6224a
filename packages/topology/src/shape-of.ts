import { partValue } from '@myriad/mysql';
import type { GraphEdge, GraphNode, Shape } from './graph.ts';
import type { ObservedServer } from './observed-server.ts';

/** The most special name that fits. */
export function shapeOf(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  servers: readonly ObservedServer[],
): Shape {
  if (nodes.every((node) => node.state !== 'answered')) return 'unreachable';
  const apart = countComponents(nodes, edges);
  if (apart > 1) return 'separate';
  if (servers.some(isGalera)) return 'galera';
  if (nodes.some((node) => node.role === 'group-member')) return 'group-replication';
  const ring = longestRing(nodes, edges);
  if (ring > 2) return 'circular';
  if (ring === 2) return 'dual-primary';
  const sources = (id: string) => new Set(edges.filter((edge) => edge.to === id).map((edge) => edge.from));
  if (nodes.some((node) => sources(node.id).size > 1)) return 'multi-source';
  if (nodes.some((node) => node.role === 'primary' && node.state !== 'answered')) return 'source-unknown';
  if (nodes.some((node) => node.role === 'relay')) return 'chain';
  return edges.length > 0 ? 'primary-replicas' : 'single';
}

export function isGalera(server: ObservedServer): boolean {
  if (server.look.state !== 'answered') return false;
  const variables = partValue(server.look.portrait?.variables);
  return variables?.wsrep_on === 'ON' && !['', 'none', undefined].includes(variables.wsrep_provider);
}

function countComponents(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): number {
  const left = new Set(nodes.map((node) => node.id));
  let count = 0;
  for (const { id } of nodes) {
    if (!left.has(id)) continue;
    count++;
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!left.delete(next)) continue;
      for (const { from, to } of edges) {
        if (from === next) open.push(to);
        if (to === next) open.push(from);
      }
    }
  }
  return count;
}

/** Length of the longest of the shortest ways from a server back to itself; 0 = no ring. */
function longestRing(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): number {
  return Math.max(0, ...nodes.map((node) => wayBack(node.id, edges)));
}

function wayBack(id: string, edges: readonly GraphEdge[]): number {
  const seen = new Set<string>();
  let front = [id];
  for (let length = 1; front.length > 0; length++) {
    const next = edges.filter((edge) => front.includes(edge.from) && edge.from !== edge.to).map((edge) => edge.to);
    if (next.includes(id)) return length;
    front = [...new Set(next)].filter((to) => !seen.has(to));
    for (const to of front) seen.add(to);
  }
  return 0;
}
