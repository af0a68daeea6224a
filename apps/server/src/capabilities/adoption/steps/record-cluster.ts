import { defineRecordStep } from '@myriad/runbook';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/schema.ts';
import { recordSeen, SeenServers } from '../../instances/index.ts';
import type { HostRecord, Source } from '../../metadata/index.ts';
import { type AdoptedServer, AdoptInput } from '../adopt-input.ts';
import { forgetAccounts } from '../forget-accounts.ts';
import { forgetHosts } from '../forget-hosts.ts';
import type { AdoptionPorts } from '../ports.ts';

/** The cluster as it was found, at *observe*: hosts known by their address only, instances nobody here deployed, one account. */
export const recordCluster = defineRecordStep<AdoptionPorts, Tx>()({
  name: 'adoption.record-cluster',
  title: { en: 'Record the cluster at level “observe”', zh: '以“观察”级别登记集群' },
  effect: 'record',
  input: AdoptInput.extend({ lookedBy: z.string() }),
  limitSeconds: 60,
  // Two clusters of one ticket may meet in a new host: the second finds it there.
  retry: { times: 2, firstSeconds: 1, maxSeconds: 5 },
  record: async (tx, ports, input) => {
    const { metadata, secrets, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    const { clusterId, name, environment, applicationId, topology, managedBy, account, servers } = input;
    const looked = new Map(
      SeenServers.parse(ports.resultOf(input.lookedBy)).instances.map((one) => [one.instanceId, one] as const),
    );
    const first = servers.find(({ role }) => role !== 'replica') ?? servers[0];
    if (!first) throw new Error('a cluster has a server');
    const { flavor, version } = first;
    await metadata.addCluster(
      tx,
      {
        ...{ id: clusterId, name, flavor, version, topology, applicationId, environment, managedBy },
        ...{ state: 'running', fixed: {}, maintenance: null, level: 'observe' },
      },
      source,
    );
    const hosts = await takeHosts(tx, ports, servers, source);
    for (const server of servers) {
      const { instanceId: id, port, role } = server;
      const seen = looked.get(id);
      await metadata.addInstance(
        tx,
        {
          ...{
            id,
            hostId: hosts.get(server.address)?.id ?? '',
            port,
            clusterId,
            flavor: server.flavor,
            version: seen?.version ?? server.version,
          },
          ...{ packageId: null, role, state: 'running', directory: '', serverId: server.serverId, maintenance: null },
        },
        source,
      );
      if (seen) await recordSeen(ports, tx, seen, source);
    }
    // A copy of its own: the discovery's goes with the discovery.
    const value = await secrets.read(tx, account.secretId);
    const secretId = await secrets.put(tx, { kind: 'password', label: `${name}: observe`, value });
    const login = { clusterId, purpose: 'observe', user: account.user, hostPattern: '%', secretId } as const;
    await metadata.addAccount(tx, login, source);
    return { instances: servers.length };
  },
  // All it made, and nothing it did not make. The rows of cluster and instances stay: they are history, their seats are free.
  unrecord: async (tx, ports, { clusterId }) => {
    const { metadata, taskId } = ports;
    const source = { kind: 'task', id: taskId } as const;
    const instances = await metadata.listInstances(tx, { clusterId });
    const purposes = (await metadata.listAccounts(tx, clusterId)).map(({ purpose }) => purpose);
    await forgetAccounts(ports, tx, clusterId, purposes, source);
    for (const { id } of instances) await metadata.changeInstance(tx, id, { state: 'decommissioned' }, source);
    await metadata.changeCluster(tx, clusterId, { state: 'decommissioned' }, source);
    await forgetHosts(ports, tx, instances, source, async (hostId) => {
      const [first] = (await metadata.listChanges(tx, { entity: 'host', entityId: hostId, limit: 1000 })).slice(-1);
      return first?.source.kind === 'task' && first.source.id === taskId;
    });
  },
});

/** Hosts by their addresses; one that is not recorded yet becomes a new one that nothing but its address is known of. */
async function takeHosts(
  tx: Tx,
  { metadata }: AdoptionPorts,
  servers: readonly AdoptedServer[],
  source: Source,
): Promise<ReadonlyMap<string, HostRecord>> {
  const hosts = new Map((await metadata.listHosts(tx)).map((host) => [host.address, host]));
  const unknown = { zone: 'default', baseDirectory: '', poolState: 'in-use', paths: [] } as const;
  for (const { address, hostName: name } of servers)
    if (!hosts.has(address)) hosts.set(address, await metadata.addHost(tx, { name, address, ...unknown }, source));
  return hosts;
}
