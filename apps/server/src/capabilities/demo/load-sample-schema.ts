import { defineTask } from '@myriad/runbook';
import { z } from 'zod';
import type { Db } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Metadata } from '../metadata/index.ts';
import { loadSampleSchema } from './steps/load-sample-schema.ts';

export interface DemoPorts {
  readonly db: Db;
  readonly metadata: Metadata;
}

export const sampleForm = z.object({
  clusterId: z.string().meta({ title: 'Cluster', description: 'The cluster to load the sample schema into' }),
});

export const loadSampleTask = defineTask<DemoPorts>()({
  kind: 'demo.load-sample-schema',
  input: sampleForm,
  facts: async ({ db, metadata }, { clusterId }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    const writer = (await metadata.listInstances(db, { clusterId })).find(({ role }) => role !== 'replica');
    if (!writer) throw new ProblemError('CLUSTER_NOT_FOUND', { cluster: clusterId });
    return { cluster, writer };
  },
  title: (_, { cluster }) => ({
    en: `Load the sample schema into ${cluster.name}`,
    zh: `向集群 ${cluster.name} 载入示例库`,
  }),
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: (_, { writer }) => loadSampleSchema({ instanceId: writer.id }, { target: writer.name }),
  steps: [loadSampleSchema],
});
