export type { Disagreement, InstanceRecord } from './compare-record.ts';
export type { Finding, Grade } from './finding.ts';
export type { Graph, GraphEdge, GraphNode, NodeRole, Shape } from './graph.ts';
export type { ClusterContext, Look, ObservedServer } from './observed-server.ts';
