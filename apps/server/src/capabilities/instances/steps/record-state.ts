import { defineRecordStep } from '@myriad/runbook';
import { z } from 'zod';
import { forgetCertificate } from '../../../platform/certificates/certificates.ts';
import type { Tx } from '../../../platform/database/schema.ts';
import { giveBackHost } from '../../hosts/index.ts';
import { maintenanceInForce } from '../../metadata/index.ts';
import { instanceSubject } from '../../paths/index.ts';
import type { InstancePorts } from '../ports.ts';

const twoHours = 2 * 3600 * 1000;

/** Said before the platform itself disturbs a cluster, so that nobody takes it for a failure. */
export const setMaintenanceStep = defineRecordStep<InstancePorts, Tx>()({
  name: 'instances.set-maintenance',
  title: { en: 'Maintenance on', zh: '进入维护状态' },
  effect: 'record',
  input: z.object({ clusterId: z.string(), instanceIds: z.array(z.string()), reason: z.string() }),
  limitSeconds: 10,
  record: async (tx, { metadata, clock, taskId }, { instanceIds, reason }) => {
    const since = clock.now();
    const maintenance = { reason, by: `task ${taskId}`, since, until: since + twoHours };
    for (const id of instanceIds) {
      const { maintenance: before } = await metadata.getInstance(tx, id);
      // A person's own maintenance stays theirs.
      if (maintenanceInForce(before, since) === null)
        await metadata.changeInstance(tx, id, { maintenance }, { kind: 'task', id: taskId });
    }
    return {};
  },
  unrecord: (tx, ports, { instanceIds }) => liftMaintenance(tx, ports, instanceIds),
});

/** Lifts what this task set, nothing else. */
async function liftMaintenance(
  tx: Tx,
  { metadata, taskId }: InstancePorts & { readonly taskId: string },
  instanceIds: readonly string[],
): Promise<void> {
  for (const id of instanceIds) {
    const { maintenance } = await metadata.getInstance(tx, id);
    if (maintenance?.by === `task ${taskId}`)
      await metadata.changeInstance(tx, id, { maintenance: null }, { kind: 'task', id: taskId });
  }
}

/** What the task has made of the instances; maintenance ends, and a cluster's state follows its instances'. */
export const recordState = defineRecordStep<InstancePorts, Tx>()({
  name: 'instances.record-state',
  title: { en: 'Record the state', zh: '登记状态' },
  effect: 'record',
  input: z.object({
    clusterId: z.string(),
    instanceIds: z.array(z.string()),
    state: z.enum(['running', 'stopped', 'decommissioned']),
  }),
  limitSeconds: 30,
  record: async (tx, ports, { clusterId, instanceIds, state }) => {
    const { metadata, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    for (const id of instanceIds) {
      const { hostId } = await metadata.changeInstance(tx, id, { state }, source);
      if (state !== 'decommissioned') continue;
      await giveBackHost(ports, tx, hostId, source);
      await forgetCertificate(ports, tx, instanceSubject(id));
    }
    // A stopped instance stays marked: what must not be taken for a failure is still so.
    if (state !== 'stopped') await liftMaintenance(tx, ports, instanceIds);
    const states = (await metadata.listInstances(tx, { clusterId })).map((each) => each.state);
    const living = states.filter((each) => each !== 'decommissioned');
    const whole =
      living.length === 0 ? 'decommissioned' : living.every((each) => each === 'stopped') ? 'stopped' : 'running';
    await metadata.changeCluster(tx, clusterId, { state: whole }, source);
    return { cluster: whole };
  },
});
