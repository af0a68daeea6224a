import type { Graph } from '@myriad/topology';

/** The record knows three roles; whoever takes writes for others, or would, is the primary. */
export function recordedRole({ nodes, writers, shape }: Graph, id: string): 'primary' | 'replica' | 'standalone' {
  const node = nodes.find((one) => one.id === id);
  if (!node || node.role === 'single' || nodes.length === 1) return 'standalone';
  if (shape === 'group-replication' || shape === 'galera') return writers.includes(id) ? 'primary' : 'replica';
  // Of two that follow each other, the closed one is the replica.
  if (shape === 'dual-primary' || shape === 'circular')
    return writers.length === 0 || writers.includes(id) ? 'primary' : 'replica';
  return node.role === 'primary' ? 'primary' : 'replica';
}
