import type { FoundCluster } from '@myriad/contract';
import { seenEdges } from '../clusters/cluster-edges.ts';
import type { ClusterGraph } from '../clusters/cluster-graph.ts';

/** What was found, as the page of a cluster draws it; none of its servers has a page of its own yet. */
export function foundGraph({ graph }: FoundCluster): ClusterGraph {
  const { nodes, edges, writers, at } = graph;
  return {
    nodes: nodes.map(({ id, name, role, state, version, writable }) => ({
      ...{ id, isWriter: writers.includes(id), role, found: { name, state } },
      ...(state === 'answered'
        ? {
            live: {
              ...{ instanceId: id, at, reachable: true },
              ...(version === undefined ? {} : { version }),
              ...(writable === undefined ? {} : { readOnly: !writable }),
            },
          }
        : {}),
    })),
    edges: seenEdges(edges),
    findings: [],
  };
}
