import type { Words } from '@myriad/contract';
import { defineTask } from '@myriad/runbook';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import { ReleaseForm } from '../adopt-form.ts';
import { isAdopted, livingOf } from '../levels/is-adopted.ts';
import { mayRelease } from '../policy.ts';
import type { AdoptionPorts } from '../ports.ts';
import { releaseClusterStep } from '../steps/release-cluster.ts';

export const releaseTitle = (name: string, instances: number): Words => ({
  en: `Let ${name} go (${instances})`,
  zh: `解除接管 ${name}（${instances} 个实例）`,
});

/** Leaves a cluster that was taken over to itself again. Reaches no server. */
export const releaseClusterTask = defineTask<AdoptionPorts>()({
  kind: 'adoption.release-cluster',
  input: ReleaseForm,
  facts: async ({ db, metadata }, { clusterId }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    const instances = await livingOf(metadata, db, clusterId);
    requireAllowed(mayRelease(cluster, isAdopted(instances)));
    return { name: cluster.name, instances: instances.length };
  },
  title: (_, { name, instances }) => releaseTitle(name, instances),
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: (input, { name }) => releaseClusterStep(input, { target: name }),
  steps: [releaseClusterStep],
});
