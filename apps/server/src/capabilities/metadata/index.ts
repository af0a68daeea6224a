import type { Reader, Tx } from '../../platform/database/schema.ts';
import type {
  AccountRecord,
  ApplicationRecord,
  ClusterRecord,
  EntityKind,
  Fact,
  HostRecord,
  InstanceRecord,
  Source,
} from './records.ts';

export type * from './records.ts';

/** The door of the metadata slice. `add…` makes the id; `change…` writes the change history in the same transaction. */
export interface Metadata {
  getHost(db: Reader, id: string): Promise<HostRecord>;
  findHostByName(db: Reader, name: string): Promise<HostRecord | undefined>;
  listHosts(db: Reader, filter?: { poolState?: HostRecord['poolState'] }): Promise<readonly HostRecord[]>;
  addHost(tx: Tx, host: Omit<HostRecord, 'id' | 'createdAt'>, source: Source): Promise<HostRecord>;
  changeHost(
    tx: Tx,
    id: string,
    patch: Partial<Omit<HostRecord, 'id' | 'createdAt'>>,
    source: Source,
  ): Promise<HostRecord>;
  removeHost(tx: Tx, id: string, source: Source): Promise<void>;

  getInstance(db: Reader, id: string): Promise<InstanceRecord>;
  listInstances(db: Reader, filter?: { hostId?: string; clusterId?: string }): Promise<readonly InstanceRecord[]>;
  /** `id` may be given: a plan names instances before they exist. */
  addInstance(
    tx: Tx,
    instance: Omit<InstanceRecord, 'id' | 'createdAt' | 'name'> & { id?: string },
    source: Source,
  ): Promise<InstanceRecord>;
  changeInstance(
    tx: Tx,
    id: string,
    patch: Partial<Omit<InstanceRecord, 'id' | 'createdAt' | 'name'>>,
    source: Source,
  ): Promise<InstanceRecord>;

  getCluster(db: Reader, id: string): Promise<ClusterRecord>;
  findClusterByName(db: Reader, name: string): Promise<ClusterRecord | undefined>;
  listClusters(db: Reader): Promise<readonly ClusterRecord[]>;
  addCluster(
    tx: Tx,
    cluster: Omit<ClusterRecord, 'id' | 'createdAt'> & { id?: string },
    source: Source,
  ): Promise<ClusterRecord>;
  changeCluster(
    tx: Tx,
    id: string,
    patch: Partial<Omit<ClusterRecord, 'id' | 'createdAt'>>,
    source: Source,
  ): Promise<ClusterRecord>;

  listApplications(db: Reader): Promise<readonly ApplicationRecord[]>;
  addApplication(tx: Tx, application: Omit<ApplicationRecord, 'id'>, source: Source): Promise<ApplicationRecord>;

  listAccounts(db: Reader, clusterId: string): Promise<readonly AccountRecord[]>;
  findAccount(db: Reader, clusterId: string, purpose: AccountRecord['purpose']): Promise<AccountRecord | undefined>;
  addAccount(tx: Tx, account: Omit<AccountRecord, 'id'>, source: Source): Promise<AccountRecord>;

  /** Keeps the old value in the history only where it differs. */
  recordFact(tx: Tx, fact: Fact): Promise<void>;
  listFacts(db: Reader, entity: EntityKind, entityId: string): Promise<readonly Fact[]>;
}
