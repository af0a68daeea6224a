import { defineTask } from '@myriad/runbook';
import { z } from 'zod';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import { LowerForm } from '../adopt-form.ts';
import { isAdopted, livingOf } from '../levels/is-adopted.ts';
import { levelWords } from '../levels/level-purpose.ts';
import { mayLower } from '../policy.ts';
import type { AdoptionPorts } from '../ports.ts';
import { lowerLevel } from '../steps/lower-level.ts';

/** Gives back what the platform may do with a cluster above a level. Reaches no server. */
export const lowerLevelTask = defineTask<AdoptionPorts>()({
  kind: 'adoption.lower-level',
  input: z.object({ clusterId: z.string(), level: LowerForm.shape.level }),
  facts: async ({ db, metadata }, { clusterId, level }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    requireAllowed(mayLower(cluster, isAdopted(await livingOf(metadata, db, clusterId)), level));
    return { name: cluster.name };
  },
  title: ({ level }, { name }) => ({
    en: `Lower ${name} to “${levelWords[level].en}”`,
    zh: `将 ${name} 降低到“${levelWords[level].zh}”`,
  }),
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: (input, { name }) => lowerLevel(input, { target: name }),
  steps: [lowerLevel],
});
