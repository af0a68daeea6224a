import type { Reader, Tx } from '../../platform/database/schema.ts';
import type {
  AccountRecord,
  ApplicationRecord,
  Change,
  ClusterRecord,
  EntityKind,
  Fact,
  HostRecord,
  InstanceRecord,
  Source,
} from './records.ts';

/** The door of the metadata slice. `add…` makes the id; `change…` writes the change history in the same transaction. */
export interface Metadata {
  getHost(db: Reader, id: string): Promise<HostRecord>;
  /** For decisions: holds the row until the transaction ends, so that what is read stays true. `change…` locks by itself. */
  lockHost(tx: Tx, id: string): Promise<HostRecord>;
  findHostByName(db: Reader, name: string): Promise<HostRecord | undefined>;
  listHosts(db: Reader, filter?: { poolState?: HostRecord['poolState'] }): Promise<readonly HostRecord[]>;
  addHost(tx: Tx, host: Omit<HostRecord, 'id' | 'createdAt'>, source: Source): Promise<HostRecord>;
  changeHost(
    tx: Tx,
    id: string,
    patch: Partial<Omit<HostRecord, 'id' | 'createdAt'>>,
    source: Source,
  ): Promise<HostRecord>;
  /** Forgets the host and its facts, keeps its history. The caller has made sure that it carries nothing. */
  removeHost(tx: Tx, id: string, source: Source): Promise<void>;

  getInstance(db: Reader, id: string): Promise<InstanceRecord>;
  lockInstance(tx: Tx, id: string): Promise<InstanceRecord>;
  /** Decommissioned ones too: history. Their seats are free. */
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
  lockCluster(tx: Tx, id: string): Promise<ClusterRecord>;
  /** Among those not decommissioned: their names can be used again. */
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
  /** One account a purpose: a new one takes the place of the old. */
  addAccount(tx: Tx, account: Omit<AccountRecord, 'id'>, source: Source): Promise<AccountRecord>;

  /** Keeps the old value in the history only where it differs. */
  recordFact(tx: Tx, fact: Fact): Promise<void>;
  /** Many facts of one entity, observed at one time. */
  recordFacts(tx: Tx, facts: readonly Fact[]): Promise<void>;
  listFacts(db: Reader, entity: EntityKind, entityId: string): Promise<readonly Fact[]>;
  /** The facts of all entities of a kind, for lists. */
  listFactsOfAll(db: Reader, entity: EntityKind): Promise<readonly Fact[]>;
  /** Newest first; `before` = id of the last one already seen. */
  listChanges(
    db: Reader,
    filter: {
      entity?: EntityKind | undefined;
      entityId?: string | undefined;
      before?: string | undefined;
      limit: number;
    },
  ): Promise<readonly Change[]>;
}
