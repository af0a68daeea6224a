import { defineTask, inOrder } from '@myriad/runbook';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import { RaiseInput } from '../adopt-input.ts';
import { isAdopted, livingOf } from '../levels/is-adopted.ts';
import { levelWords } from '../levels/level-purpose.ts';
import { mayRaise } from '../policy.ts';
import type { AdoptionPorts } from '../ports.ts';
import { checkAccountStep } from '../steps/check-account.ts';
import { recordLevel } from '../steps/record-level.ts';

/** Raises a cluster by one level, with an account that was compared with what the level asks for. */
export const raiseLevelTask = defineTask<AdoptionPorts>()({
  kind: 'adoption.raise-level',
  input: RaiseInput,
  facts: async ({ db, metadata }, { clusterId, level }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    requireAllowed(mayRaise(cluster, isAdopted(await livingOf(metadata, db, clusterId)), level));
    return { name: cluster.name };
  },
  title: ({ level, user }, { name }) => ({
    en: `Raise ${name} to “${levelWords[level].en}” with the account ${user}`,
    zh: `将 ${name} 提升到“${levelWords[level].zh}”，账号 ${user}`,
  }),
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: (input, { name }) => inOrder(checkAccountStep(input, { target: name }), recordLevel(input, { target: name })),
  steps: [checkAccountStep, recordLevel],
});
