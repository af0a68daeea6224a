import { defineRecordStep } from '@myriad/runbook';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/schema.ts';
import { releaseHost, reserveHost } from '../../hosts/index.ts';
import { requireQuota } from '../../metadata/index.ts';
import { addAccounts } from '../accounts.ts';
import type { InstancePorts } from '../ports.ts';
import { SeatInput } from '../seat.ts';

export const reserveSeats = defineRecordStep<InstancePorts, Tx>()({
  name: 'instances.reserve-seats',
  title: { en: 'Reserve hosts and names, make passwords', zh: '预留主机与名称，生成密码' },
  effect: 'record',
  input: z.object({
    clusterId: z.string(),
    name: z.string(),
    topology: z.enum(['single', 'primary-replica']),
    environment: z.string(),
    applicationId: z.string().nullable(),
    specification: z.string().optional(),
    fixed: z.record(z.string(), z.union([z.string(), z.number()])),
    seats: z.array(SeatInput),
  }),
  limitSeconds: 30,
  record: async (tx, ports, input) => {
    const { metadata, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    const [first] = input.seats;
    if (!first) throw new Error('a cluster needs a seat');
    const { clusterId: id, name, topology, environment, applicationId, fixed, specification = null } = input;
    await requireRoomInQuota(ports, tx, { applicationId, environment, specification, instances: input.seats.length });
    const of = { flavor: first.flavor, version: first.version, state: 'deploying', maintenance: null } as const;
    await metadata.addCluster(
      tx,
      { id, name, topology, environment, applicationId, fixed, specification, ...of },
      source,
    );
    for (const seat of input.seats) {
      await reserveHost(ports, tx, seat.hostId, taskId);
      const { instanceId, hostId, port, clusterId, packageId, role, directory, serverId } = seat;
      const instance = { id: instanceId, hostId, port, clusterId, packageId, role, directory, serverId, ...of };
      await metadata.addInstance(tx, instance, source);
    }
    await addAccounts(ports, tx, { id, name }, source);
    return { instances: input.seats.map((seat) => seat.name) };
  },
  unrecord: async (tx, ports, { clusterId, seats }) => {
    const { metadata, secrets, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    for (const { instanceId } of seats)
      await metadata.changeInstance(tx, instanceId, { state: 'decommissioned' }, source);
    await metadata.changeCluster(tx, clusterId, { state: 'decommissioned' }, source);
    for (const { hostId } of seats) await releaseHost(ports, tx, hostId, taskId);
    for (const { secretId } of await metadata.listAccounts(tx, clusterId)) await secrets.remove(tx, secretId);
  },
});

/** Asked once more where the places are taken: another deployment may have had the last one since this was approved. */
async function requireRoomInQuota(
  { metadata }: Pick<InstancePorts, 'metadata'>,
  tx: Tx,
  {
    applicationId,
    ...asked
  }: Omit<Parameters<typeof requireQuota>[2], 'applicationId'> & { applicationId: string | null },
): Promise<void> {
  if (applicationId !== null) await requireQuota(tx, metadata, { applicationId, ...asked });
}
