import { defineRecordStep } from '@myriad/runbook';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/schema.ts';
import { useHost } from '../../hosts/index.ts';
import type { InstancePorts } from '../ports.ts';
import { recordSeen, SeenServers } from '../seen-servers.ts';

/** The cluster is true now: states, hosts in use, and what was seen of each server as facts of this step. */
export const registerCluster = defineRecordStep<InstancePorts, Tx>()({
  name: 'instances.register-cluster',
  title: { en: 'Record the cluster', zh: '登记集群' },
  effect: 'record',
  input: z.object({ clusterId: z.string(), verifiedBy: z.string() }),
  limitSeconds: 30,
  record: async (tx, ports, { clusterId, verifiedBy }) => {
    const { metadata, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    const { instances } = SeenServers.parse(ports.resultOf(verifiedBy));
    for (const seen of instances) {
      const { hostId } = await metadata.changeInstance(tx, seen.instanceId, { state: 'running' }, source);
      await useHost(ports, tx, hostId, taskId);
      await recordSeen(ports, tx, seen, source);
    }
    await metadata.changeCluster(tx, clusterId, { state: 'running' }, source);
    return { instances: instances.length };
  },
  unrecord: async (tx, { metadata, taskId }, { clusterId }) => {
    const source = { kind: 'task', id: taskId } as const;
    for (const { id } of await metadata.listInstances(tx, { clusterId }))
      await metadata.changeInstance(tx, id, { state: 'deploying' }, source);
    await metadata.changeCluster(tx, clusterId, { state: 'deploying' }, source);
  },
});
