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
  return new Map(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id);
      return [id, { x: x - nodeWidth / 2, y: y - nodeHeight / 2 }];
    }),
  );
}
