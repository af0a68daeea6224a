import type { JsonObject } from '@myriad/runbook';
import { defineTicketKind } from '../tickets/index.ts';
import { type DemoPorts, loadSampleTask, sampleForm } from './load-sample-schema.ts';

export { sampleDatabase, sampleRows } from './sample-schema.ts';
export type { DemoPorts };

/** The tasks and ticket kinds of the demo, listed by `app.ts` only when the configuration says demo. */
export const demoTasks = [loadSampleTask];

export const demoTicketKinds = [
  defineTicketKind<DemoPorts>()({
    kind: 'demo.load-sample-schema',
    letter: 'O',
    title: { en: 'Load the sample schema', zh: '载入示例库' },
    description: {
      en: 'A small shop to look around in. Demo only.',
      zh: '一个可供浏览的小型商店示例库，仅用于演示。',
    },
    form: sampleForm,
    approverRoles: ['administrator', 'dba'],
    prepare: async ({ db, metadata }, form) => {
      const cluster = await metadata.getCluster(db, form.clusterId);
      return [
        {
          title: { en: `Sample schema for ${cluster.name}`, zh: `为集群 ${cluster.name} 载入示例库` },
          taskKind: loadSampleTask.kind,
          taskInput: form satisfies JsonObject,
        },
      ];
    },
  }),
];
