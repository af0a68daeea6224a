import { defineTask, inWaves } from '@myriad/runbook';
import { z } from 'zod';
import type { PortraitPorts } from './ports.ts';
import { Contents, readPortraitStep } from './read-portrait-step.ts';

const mostClusters = 5000;

/**
 * The deep sweep: parameters, accounts, schemas, sizes. Without a list: every cluster that runs. In waves, so that a cluster
 * nobody answers in holds up its wave and not the fleet; a few at a time, for it is heavier than the cheap one.
 */
export const portraitTask = defineTask<PortraitPorts>()({
  kind: 'sweeps.portrait',
  input: z.object({
    clusterIds: z.array(z.string()).max(mostClusters).default([]),
    contents: Contents.default('all'),
    waveSize: z.number().int().min(1).max(500).default(50),
  }),
  facts: async ({ db, metadata }, { clusterIds }) => {
    if (clusterIds.length > 0) return Promise.all([...new Set(clusterIds)].map((id) => metadata.getCluster(db, id)));
    const all = await metadata.listClusters(db);
    return all.filter(({ state }) => state === 'running').slice(0, mostClusters);
  },
  title: (_, clusters) =>
    clusters.length === 1
      ? { en: `Look at cluster ${clusters[0]?.name} deeply`, zh: `深度查看集群 ${clusters[0]?.name}` }
      : { en: `Look at ${clusters.length} clusters deeply`, zh: `深度查看 ${clusters.length} 个集群` },
  // It only looks: it holds nobody up.
  locks: () => [],
  plan: ({ contents, waveSize }, clusters) =>
    inWaves(
      clusters.map(({ id, name }) =>
        readPortraitStep({ clusterId: id, contents }, { id: `sweeps.read-portrait:${id}`, target: name }),
      ),
      waveSize,
    ),
  atOnce: 4,
  steps: [readPortraitStep],
});
