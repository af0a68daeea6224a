import { fleetProblems } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Migration } from '../../platform/database/migration.ts';
import type { Db } from '../../platform/database/schema.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { authMigrations } from '../auth/index.ts';
import { createTestHttp, type TestHttp } from '../auth/testing.ts';
import { createMetadata, type Metadata, metadataMigrations, type Source, serveMetadata } from './index.ts';
import type { ClusterRecord, HostRecord, InstanceRecord } from './records.ts';

export const sceneMigrations: readonly Migration[] = [...httpMigrations, ...authMigrations, ...metadataMigrations];
export const bySomebody: Source = { kind: 'person', id: 'u1' };

export interface Scene {
  readonly db: Db;
  readonly metadata: Metadata;
  readonly test: TestHttp;
  readonly clock: { at: number; now(): number };
  /** Ids by name. */
  readonly ids: Readonly<Record<string, string>>;
}

const host = (name: string, zone: string): Omit<HostRecord, 'id' | 'createdAt'> => ({
  name,
  zone,
  address: '10.0.0.7',
  baseDirectory: '/var/lib/myriad',
  poolState: 'in-use',
  paths: [{ kind: 'ssh', address: '10.0.0.7', port: 22, user: 'login-nobody-sees', agent: false, jumps: [] }],
});
const cluster = (name: string, applicationId: string | null, environment: string) =>
  ({
    name,
    applicationId,
    environment,
    flavor: 'mysql',
    version: '8.4.6',
    topology: 'primary-replica',
    state: 'running',
    fixed: { lower_case_table_names: 1 },
    maintenance: null,
  }) satisfies Omit<ClusterRecord, 'id' | 'createdAt' | 'level' | 'managedBy' | 'specification'>;
const instance = (
  hostId: string,
  clusterId: string | null,
  role: InstanceRecord['role'],
  version: string,
  port = 3306,
) =>
  ({
    hostId,
    clusterId,
    role,
    version,
    port,
    flavor: 'mysql',
    packageId: null,
    state: 'running',
    directory: `/var/lib/myriad/${port}`,
    serverId: 7,
    maintenance: null,
  }) satisfies Omit<InstanceRecord, 'id' | 'createdAt' | 'name'>;

/**
 * Two applications (pay: core; wiki: general), three clusters (pay-1 in prod, pay-2 in test, lonely of nobody), hosts in zones a
 * and b, five instances, one of them of no cluster; real auth and the slice's routes.
 */
export async function openScene(db: Db): Promise<Scene> {
  const clock = { at: 1_790_000_000_000, now: () => clock.at };
  const metadata = createMetadata({ clock });
  const ids: Record<string, string> = {};
  await inTransaction(db, async (tx) => {
    const keep = (name: string, record: { readonly id: string }) => {
      ids[name] = record.id;
      return record.id;
    };
    const application = (name: string, level: 'core' | 'general') =>
      metadata.addApplication(tx, { name, level, businessLine: 'money', owner: 'alice' }, bySomebody);
    const pay = keep('pay', await application('pay', 'core'));
    keep('wiki', await application('wiki', 'general'));
    const a = keep('db-a', await metadata.addHost(tx, host('db-a', 'a'), bySomebody));
    const b = keep('db-b', await metadata.addHost(tx, host('db-b', 'b'), bySomebody));
    const one = keep('pay-1', await metadata.addCluster(tx, cluster('pay-1', pay, 'prod'), bySomebody));
    const two = keep('pay-2', await metadata.addCluster(tx, cluster('pay-2', pay, 'test'), bySomebody));
    const lonely = keep('lonely', await metadata.addCluster(tx, cluster('lonely', null, 'test'), bySomebody));
    for (const fields of [
      instance(a, one, 'primary', '8.4.6'),
      instance(b, one, 'replica', '8.4.5'),
      instance(a, two, 'standalone', '9.7.4', 3307),
      instance(b, lonely, 'standalone', '8.4.6', 3307),
      instance(b, null, 'standalone', '5.7.44', 3308),
    ]) {
      const added = await metadata.addInstance(tx, fields, bySomebody);
      keep(added.name, added);
    }
  });
  const test = await createTestHttp({ db, problems: [fleetProblems], clock });
  serveMetadata(test.http, { db, metadata });
  return { db, metadata, test, clock, ids };
}
