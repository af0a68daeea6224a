import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { ClusterLevel, ClusterView } from './fleet.ts';

export const listClusters = endpoint({
  id: 'cluster.list',
  scope: 'within',
  method: 'GET',
  path: '/api/clusters',
  summary: 'Clusters by name',
  query: PageQuery.extend({
    environment: z.string().max(64).optional(),
    state: ClusterView.shape.state.exclude(['decommissioned']).optional(),
    level: ClusterLevel.optional(),
  }),
  response: pageOf(ClusterView),
});

/** Open findings of each cluster and of everything in it, muted ones left out; a cluster without one is not in the answer. */
export const countClusterFindings = endpoint({
  id: 'finding.counts-by-cluster',
  scope: 'within',
  method: 'GET',
  path: '/api/findings/counts-by-cluster',
  summary: 'Open findings of clusters by grade',
  query: z.object({
    clusterIds: z
      .string()
      .max(20_000)
      .transform((ids) => ids.split(',').filter(Boolean).slice(0, 500)),
  }),
  response: z.object({
    items: z.array(
      z.object({ clusterId: z.string(), bad: z.number().int(), warn: z.number().int(), info: z.number().int() }),
    ),
  }),
});
