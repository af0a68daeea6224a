import { createMetadata } from '../capabilities/metadata/index.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import type { Db, Tx } from '../platform/database/schema.ts';

export interface SeededServer {
  readonly address: string;
  readonly port: number;
  /** Which cluster it belongs to, from 0. */
  readonly cluster: number;
  readonly isPrimary: boolean;
  readonly version: string;
  readonly serverId: number;
}

export interface SeededFleet {
  readonly servers: readonly SeededServer[];
  /** Gives a cluster the account the sweep looks with; none: nothing is looked at. */
  readonly account?: (tx: Tx, clusterId: string) => Promise<{ readonly user: string; readonly secretId: string }>;
}

const source = { kind: 'discovery', id: 'seed' } as const;
const zones = ['north-a', 'north-b', 'south-a'] as const;
const environments = ['prod', 'prod', 'staging', 'test'] as const;
const levels = ['core', 'important', 'general'] as const;
const applicationNames = ['orders', 'payments', 'members', 'search', 'stock', 'reports'] as const;
/** Servers written in one transaction: ten thousand in one is a long one. */
const atOnce = 500;

const at = <T>(list: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('an empty list');
  return value;
};

/** A fleet as a company has it: six applications, their clusters in zones and environments, a host for every instance. */
export async function seedFleet(db: Db, { servers, account }: SeededFleet): Promise<void> {
  const metadata = createMetadata({ clock: { now: Date.now } });
  const applications = await inTransaction(db, async (tx) => {
    const made = [];
    for (const [index, name] of applicationNames.entries())
      made.push(
        await metadata.addApplication(
          tx,
          {
            name,
            businessLine: index < 3 ? 'retail' : 'platform',
            owner: at(['alice', 'bob'], index),
            level: at(levels, index),
          },
          source,
        ),
      );
    return made;
  });
  const clusters = new Map<number, string>();
  const clusterOf = async (tx: Tx, index: number, version: string): Promise<string> => {
    const known = clusters.get(index);
    if (known !== undefined) return known;
    const application = at(applications, index);
    const { id } = await metadata.addCluster(
      tx,
      {
        ...{ name: `${application.name}-${index}`, flavor: 'mysql', version, topology: 'primary-replica' },
        ...{ applicationId: application.id, environment: at(environments, index), state: 'running', fixed: {} },
        ...{ maintenance: null, level: at(['observe', 'back-up', 'operate'] as const, index) },
      },
      source,
    );
    const given = await account?.(tx, id);
    if (given) await metadata.addAccount(tx, { clusterId: id, purpose: 'observe', hostPattern: '%', ...given }, source);
    clusters.set(index, id);
    return id;
  };
  for (let first = 0; first < servers.length; first += atOnce)
    await inTransaction(db, async (tx) => {
      for (const [offset, server] of servers.slice(first, first + atOnce).entries()) {
        const { address, port, version, serverId } = server;
        const index = first + offset;
        const clusterId = await clusterOf(tx, server.cluster, version);
        const host = await metadata.addHost(
          tx,
          {
            ...{ name: `db-${String(index).padStart(5, '0')}`, address, zone: at(zones, index) },
            ...{ baseDirectory: '/var/lib/myriad', poolState: 'in-use', paths: [] },
          },
          source,
        );
        await metadata.addInstance(
          tx,
          {
            ...{ hostId: host.id, port, clusterId, flavor: 'mysql', version, packageId: null, serverId },
            ...{ role: server.isPrimary ? 'primary' : 'replica', state: 'running', directory: '/', maintenance: null },
          },
          source,
        );
      }
    });
}

/** Servers that are only in the record: three to a cluster, nothing answers at them. */
export const recordedServers = (count: number): readonly SeededServer[] =>
  Array.from({ length: count }, (_, index) => ({
    address: `10.${Math.floor(index / 65_536)}.${Math.floor(index / 256) % 256}.${index % 256}`,
    port: 3306,
    cluster: Math.floor(index / 3),
    isPrimary: index % 3 === 0,
    version: at(['8.0.44', '8.4.7', '9.7.4'], index),
    serverId: index + 1,
  }));
