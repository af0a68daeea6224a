import { defineTask, inWaves } from '@myriad/runbook';
import { z } from 'zod';
import type { StandardPorts } from '../parts.ts';
import { checkClusterStep } from '../steps/check-cluster.ts';

const mostClusters = 5000;

/** Without a list: every cluster that runs. It only looks, so it may have a schedule. */
export const checkTask = defineTask<StandardPorts>()({
  kind: 'standards.check',
  input: z.object({
    clusterIds: z.array(z.string()).max(mostClusters).default([]),
    waveSize: z.number().int().min(1).max(500).default(50),
  }),
  facts: async ({ db, metadata }, { clusterIds }) => {
    if (clusterIds.length > 0) return Promise.all([...new Set(clusterIds)].map((id) => metadata.getCluster(db, id)));
    const all = await metadata.listClusters(db);
    return all.filter(({ state }) => state === 'running').slice(0, mostClusters);
  },
  title: (_, clusters) =>
    clusters.length === 1
      ? { en: `Hold ${clusters[0]?.name} against its standard`, zh: `对照规范检查 ${clusters[0]?.name}` }
      : {
          en: `Hold ${clusters.length} clusters against their standards`,
          zh: `对照规范检查 ${clusters.length} 个集群`,
        },
  locks: () => [],
  plan: ({ waveSize }, clusters) =>
    inWaves(
      clusters.map(({ id, name }) =>
        checkClusterStep({ clusterId: id }, { id: `standards.check:${id}`, target: name }),
      ),
      waveSize,
    ),
  atOnce: 4,
  steps: [checkClusterStep],
});
