import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatedServer } from '@myriad/lab';
import { certificateMigrations } from '../../../platform/certificates/certificates.ts';
import { type Clock, systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { openDatabase } from '../../../platform/database/open-database.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { createEvents, type Events } from '../../../platform/events/events.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { createLog } from '../../../platform/log/log.ts';
import { createSecrets } from '../../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../../platform/secrets/migrations.ts';
import { authMigrations } from '../../auth/index.ts';
import { createFindings, type Findings, findingMigrations } from '../../findings/index.ts';
import {
  createMetadata,
  type Metadata,
  metadataMigrations,
  selectClusterIds,
  selectNames,
} from '../../metadata/index.ts';
import { createPaths, type Paths, pathMigrations } from '../../paths/index.ts';
import {
  type AskBeside,
  createSweeps,
  type Sweeps,
  sweepFindings,
  sweepMigrations,
  topologyFindings,
} from '../index.ts';

/** A platform of its own in this process, whose record is the simulator's fleet. */
export interface SimulatedPlatform extends AsyncDisposable {
  readonly db: Db;
  readonly metadata: Metadata;
  readonly findings: Findings;
  readonly events: Events;
  readonly paths: Paths;
  readonly sweeps: Sweeps;
  /** By the simulator's index. */
  readonly instanceIds: readonly string[];
  readonly lines: readonly string[];
  /** As a restart would: another sweep over the same store. */
  anotherSweep(): Sweeps;
}

/** What the record is made of. */
export type RecordedServer = Pick<
  SimulatedServer,
  'index' | 'address' | 'port' | 'cluster' | 'flavor' | 'version' | 'serverId' | 'source'
>;

export interface SimulatedPlatformOptions {
  /** Also real servers may stand here. */
  readonly simulator: { readonly fleet: readonly RecordedServer[] };
  readonly password: string;
  readonly periodSeconds: number;
  readonly clock?: Clock;
  /** Asked over the same connections. */
  readonly beside?: AskBeside;
}

const source = { kind: 'discovery', id: 'simulator' } as const;

export async function openSimulatedPlatform(options: SimulatedPlatformOptions): Promise<SimulatedPlatform> {
  const { simulator, password, periodSeconds, clock = systemClock, beside } = options;
  const folder = await mkdtemp(join(tmpdir(), 'myriad-sweep-'));
  const store = await openDatabase({
    store: { file: join(folder, 'myriad.db') },
    migrations: [
      ...httpMigrations,
      ...authMigrations,
      ...metadataMigrations,
      ...secretMigrations,
      ...certificateMigrations,
      ...pathMigrations,
      ...findingMigrations,
      ...sweepMigrations,
    ],
  });
  const { db } = store;
  const lines: string[] = [];
  const log = createLog({ level: 'warning', write: (line) => lines.push(line) });
  const metadata = createMetadata({ clock });
  const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });
  const paths = createPaths({ db, clock, metadata, secrets });
  const events = createEvents(log);
  const findings = createFindings({
    db,
    clock,
    events,
    catalogue: { ...sweepFindings, ...topologyFindings(metadata) },
    things: { names: selectNames, clusterIdsOf: selectClusterIds },
  });
  const anotherSweep = () =>
    createSweeps({
      ...{ db, clock, log, metadata, access: paths.access, findings, events, periodSeconds },
      ...(beside ? { beside } : {}),
    });
  const sweeps = anotherSweep();
  const instanceIds: string[] = [];
  const clusterIds = new Map<number, string>();
  // In parts: ten thousand in one transaction is a long one.
  for (let first = 0; first < simulator.fleet.length; first += 500)
    await inTransaction(db, async (tx) => {
      for (const server of simulator.fleet.slice(first, first + 500)) {
        const { flavor, cluster, address, port } = server;
        const version = /\d+\.\d+\.\d+/.exec(server.version)?.[0] ?? '';
        const clusterId =
          clusterIds.get(cluster) ??
          (
            await metadata.addCluster(
              tx,
              {
                ...{ name: `cluster-${cluster}`, flavor, version, topology: 'primary-replica', applicationId: null },
                ...{ environment: 'test', state: 'running', fixed: {}, maintenance: null },
              },
              source,
            )
          ).id;
        if (!clusterIds.has(cluster)) {
          clusterIds.set(cluster, clusterId);
          const secretId = await secrets.put(tx, { kind: 'password', label: `cluster-${cluster}`, value: password });
          const account = { clusterId, purpose: 'observe', user: 'watch', hostPattern: '%', secretId } as const;
          await metadata.addAccount(tx, account, source);
        }
        const host = await metadata.addHost(
          tx,
          { name: `db-${server.index}`, address, zone: 'z', baseDirectory: '/', poolState: 'in-use', paths: [] },
          source,
        );
        const role = server.source ? 'replica' : 'primary';
        const instance = await metadata.addInstance(
          tx,
          {
            ...{ hostId: host.id, port, clusterId, flavor, version, packageId: null, role, state: 'running' },
            ...{ directory: '/', serverId: server.serverId, maintenance: null },
          },
          source,
        );
        instanceIds.push(instance.id);
      }
    });
  return {
    ...{ db, metadata, findings, events, paths, sweeps, instanceIds, lines, anotherSweep },
    [Symbol.asyncDispose]: async () => {
      await sweeps.stop();
      await paths.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
