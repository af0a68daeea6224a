import { defineTask, inOrder } from '@myriad/runbook';
import { readPortraitStep } from '../../sweeps/index.ts';
import { AdoptInput } from '../adopt-input.ts';
import type { AdoptionPorts } from '../ports.ts';
import { lookAgain } from '../steps/look-again.ts';
import { recordCluster } from '../steps/record-cluster.ts';

/** Takes a cluster over at *observe*: looks again, records, and looks deeply, so that every flaw is a finding at once. */
export const adoptClusterTask = defineTask<AdoptionPorts>()({
  kind: 'adoption.adopt-cluster',
  input: AdoptInput,
  facts: async () => ({}),
  title: ({ name, servers }) => ({
    en: `Take over ${name} (${servers.length}) at level “observe”`,
    zh: `以“观察”级别接管 ${name}（${servers.length} 个实例）`,
  }),
  locks: ({ clusterId }) => [`cluster/${clusterId}`],
  plan: (input) => {
    const { clusterId, name, servers, account } = input;
    return inOrder(
      lookAgain({ servers, account }, { target: name }),
      recordCluster({ ...input, lookedBy: `${lookAgain.step.name}:${name}` }, { target: name }),
      readPortraitStep({ clusterId, contents: 'all' }, { target: name }),
    );
  },
  steps: [lookAgain, recordCluster, readPortraitStep],
});
