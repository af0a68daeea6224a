import type { Actor } from '../../platform/policy/decision.ts';
import { readPageByName, sightOf } from '../metadata/index.ts';
import type { InstancePorts } from './ports.ts';
import { type View, viewInstance } from './view-instance.ts';

type Parts = Pick<InstancePorts, 'db' | 'metadata' | 'clock'>;

export async function getInstance({ db, metadata, clock }: Parts, id: string): Promise<View> {
  const instance = await metadata.getInstance(db, id);
  const { hostId, clusterId } = instance;
  const [host] = await metadata.listHostsById(db, [hostId]);
  const cluster = clusterId === null ? undefined : await metadata.getCluster(db, clusterId);
  const facts = await metadata.listFacts(db, 'instance', id);
  return viewInstance(instance, host, facts, clock.now(), cluster?.managedBy);
}

export async function listInstances(
  { db, metadata, clock }: Parts,
  actor: Actor,
  query: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    readonly hostId?: string | undefined;
    readonly clusterId?: string | undefined;
  },
): Promise<{ items: View[]; next?: string }> {
  const { hostId, clusterId } = query;
  const filter = { hostId, clusterId, seenBy: sightOf(actor), living: true } as const;
  const page = await readPageByName(query, (of) => metadata.listInstances(db, { ...filter, page: of }));
  const hostIds = [...new Set(page.items.map((instance) => instance.hostId))];
  const hosts = new Map((await metadata.listHostsById(db, hostIds)).map((host) => [host.id, host]));
  const ids = page.items.map(({ id }) => id);
  const facts = await metadata.listFactsOf(db, 'instance', ids);
  const items = page.items.map((instance) =>
    viewInstance(instance, hosts.get(instance.hostId), facts.get(instance.id) ?? [], clock.now()),
  );
  return { ...page, items };
}
