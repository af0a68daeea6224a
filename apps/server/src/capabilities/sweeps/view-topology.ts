import type { ClusterTopology, Glance, InstanceGlance, TopologyEdge, TopologyNode } from '@myriad/contract';
import type { Graph, GraphEdge, GraphNode } from '@myriad/topology';

/** The graph with what each server said of itself beside it. Pure. */
export function viewTopology(
  at: number,
  { shape, nodes, edges, writers }: Graph,
  seen: ReadonlyMap<string, InstanceGlance>,
): ClusterTopology {
  return {
    ...{ at, shape, writers: [...writers] },
    nodes: nodes.map((node) => viewNode(node, seen.get(node.id))),
    edges: edges.map((edge) => viewEdge(edge, seen.get(edge.to)?.glance)),
  };
}

const semiSyncOf = ({ source, sourceActive, replicaActive }: Glance['semiSync']): TopologyNode['semiSync'] => {
  if (source === true && sourceActive) return 'source';
  return replicaActive ? 'replica' : 'off';
};

function viewNode({ ...node }: GraphNode, seen: InstanceGlance | undefined): TopologyNode {
  const view: TopologyNode = {
    ...node,
    ...(seen?.lookedAt === undefined ? {} : { lookedAt: seen.lookedAt }),
    ...(seen?.fault ? { because: seen.fault.words } : {}),
  };
  if (node.state !== 'answered' || !seen?.glance) return view;
  const { readOnly, superReadOnly, uptimeSeconds, semiSync } = seen.glance;
  return {
    ...view,
    ...{ readOnly, superReadOnly, uptimeSeconds },
    semiSync: semiSyncOf(semiSync),
    semiSyncClients: semiSync.clients,
  };
}

function viewEdge(edge: GraphEdge, replica: Glance | undefined): TopologyEdge {
  const { from, to, channel, seenBy, state, lagSeconds, semiSync } = edge;
  const view: TopologyEdge = { from, to, channel, seenBy, state, lagSeconds, semiSync };
  const own = seenBy === 'channel' ? replica?.channels.find(({ name }) => name === channel) : undefined;
  if (!own) return view;
  const { receiver, applier, delaySeconds, error } = own;
  return { ...view, receiver, applier, delaySeconds, ...(error === '' ? {} : { error }) };
}
