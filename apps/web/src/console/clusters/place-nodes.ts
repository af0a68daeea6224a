import { Graph, layout } from '@dagrejs/dagre';
import type { ClusterGraph } from './cluster-graph.ts';

export const nodeWidth = 264;
export const nodeHeight = 148;

/** Where each node stands: sources above their replicas. */
export function placeNodes({ nodes, edges }: ClusterGraph): ReadonlyMap<string, { x: number; y: number }> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 74 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: nodeWidth, height: nodeHeight });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const places = new Map(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id);
      return [id, { x: x - nodeWidth / 2, y: y - nodeHeight / 2 }];
    }),
  );
  const leaves = new Set(nodes.map(({ id }) => id).filter((id) => edges.every(({ from }) => from !== id)));
  for (const source of new Set(edges.map(({ from }) => from))) {
    // The layout puts replicas of one source in any order: people look for them in that of the list below.
    const replicas = nodes.filter(
      ({ id }) => leaves.has(id) && edges.some(({ from, to }) => from === source && to === id),
    );
    const free = replicas.flatMap(({ id }) => places.get(id) ?? []).sort((one, other) => one.x - other.x);
    for (const [at, { id }] of replicas.entries()) {
      const place = free[at];
      if (place) places.set(id, place);
    }
  }
  return places;
}
