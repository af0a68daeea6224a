import { defineTask, type Fragment, inOrder, sideBySide } from '@myriad/runbook';
import { z } from 'zod';
import { collectHostFactsStep } from '../steps/collect-host-facts.ts';
import type { HostPorts } from '../steps/ports.ts';
import { recordHostCheckStep } from '../steps/record-host-check.ts';

/** Look, judge, record: for one host, as a piece of any plan. The last step's result has `passed`. */
export function hostCheckSteps(host: { readonly id: string; readonly name: string }, diskSample: boolean): Fragment {
  const factsFrom = `hosts.collect-facts:${host.name}`;
  return inOrder(
    collectHostFactsStep({ hostId: host.id, diskSample }, { id: factsFrom, target: host.name }),
    recordHostCheckStep({ hostId: host.id, factsFrom }, { id: `hosts.record-check:${host.name}`, target: host.name }),
  );
}

/** The host check of any number of hosts; each has its own verdict, none waits for another. */
export const checkHostsTask = defineTask<HostPorts>()({
  kind: 'hosts.check',
  input: z.object({ hostIds: z.array(z.string()).min(1).max(2000), diskSample: z.boolean().default(true) }),
  facts: async ({ db, metadata }, { hostIds }) =>
    Promise.all([...new Set(hostIds)].map((id) => metadata.getHost(db, id))),
  title: (_, hosts) =>
    hosts.length === 1
      ? { en: `Check host ${hosts[0]?.name}`, zh: `检查主机 ${hosts[0]?.name}` }
      : { en: `Check ${hosts.length} hosts`, zh: `检查 ${hosts.length} 台主机` },
  locks: (_, hosts) => hosts.map(({ id }) => `host/${id}`),
  plan: ({ diskSample }, hosts) => sideBySide(...hosts.map((host) => hostCheckSteps(host, diskSample))),
  atOnce: 20,
  steps: [collectHostFactsStep, recordHostCheckStep],
});
