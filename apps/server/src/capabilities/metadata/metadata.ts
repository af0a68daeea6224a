import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { FieldChange } from './changed-fields.ts';
import type {
  AccountRecord,
  ApplicationRecord,
  Change,
  ClusterRecord,
  EntityKind,
  Fact,
  HistoryKind,
  HostRecord,
  InstanceRecord,
  NewCluster,
  Source,
} from './records.ts';
import type { Sight } from './sight/sight.ts';
import type { ClusterFilter } from './store/clusters.ts';
import type { HostFilter } from './store/hosts.ts';
import type { InstanceFilter } from './store/instances.ts';

/** The door of the metadata slice. `add…` makes the id; `change…` writes the change history in the same transaction. */
export interface Metadata {
  getHost(db: Reader, id: string): Promise<HostRecord>;
  /** For decisions: holds the row until the transaction ends, so that what is read stays true. `change…` locks by itself. */
  lockHost(tx: Tx, id: string): Promise<HostRecord>;
  findHostByName(db: Reader, name: string): Promise<HostRecord | undefined>;
  /** Those of these ids there are, in no order. */
  listHostsById(db: Reader, ids: readonly string[]): Promise<readonly HostRecord[]>;
  /** `seenBy`: only what lies in that sight (`sightOf`). */
  listHosts(db: Reader, filter?: HostFilter): Promise<readonly HostRecord[]>;
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
  /** On all these hosts, by name. */
  listInstancesOn(db: Reader, hostIds: readonly string[], seenBy?: Sight): Promise<readonly InstanceRecord[]>;
  /** Of all these clusters, by name. */
  listInstancesOf(db: Reader, clusterIds: readonly string[]): Promise<readonly InstanceRecord[]>;
  /** Decommissioned ones too: history. Their seats are free. */
  listInstances(db: Reader, filter?: InstanceFilter): Promise<readonly InstanceRecord[]>;
  listInstancesById(db: Reader, ids: readonly string[]): Promise<readonly InstanceRecord[]>;
  /**
   * A walk over the whole fleet in steps that hold nobody up: the next instances by id, with their hosts. Decommissioned ones
   * too. `afterId` '' for the first; fewer than `limit` (at most 1,000): there are no more.
   */
  walkInstances(
    db: Reader,
    afterId: string,
    limit: number,
  ): Promise<readonly { readonly instance: InstanceRecord; readonly host: HostRecord | undefined }[]>;
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
  listClusters(db: Reader, filter?: ClusterFilter): Promise<readonly ClusterRecord[]>;
  listClustersById(db: Reader, ids: readonly string[], seenBy?: Sight): Promise<readonly ClusterRecord[]>;
  /** The application it is linked to is held until the transaction ends, so that it cannot be removed meanwhile. */
  addCluster(tx: Tx, cluster: NewCluster, source: Source): Promise<ClusterRecord>;
  changeCluster(
    tx: Tx,
    id: string,
    patch: Partial<Omit<ClusterRecord, 'id' | 'createdAt'>>,
    source: Source,
  ): Promise<ClusterRecord>;

  getApplication(db: Reader, id: string): Promise<ApplicationRecord>;
  lockApplication(tx: Tx, id: string): Promise<ApplicationRecord>;
  listApplications(db: Reader, filter?: { seenBy?: Sight }): Promise<readonly ApplicationRecord[]>;
  addApplication(tx: Tx, application: Omit<ApplicationRecord, 'id'>, source: Source): Promise<ApplicationRecord>;
  changeApplication(
    tx: Tx,
    id: string,
    patch: Partial<Omit<ApplicationRecord, 'id'>>,
    source: Source,
  ): Promise<ApplicationRecord>;
  /** Refused while a cluster that is not decommissioned is linked to it. Quotas, labels and fields go with it. */
  removeApplication(tx: Tx, id: string, source: Source): Promise<void>;

  listAccounts(db: Reader, clusterId: string): Promise<readonly AccountRecord[]>;
  findAccount(db: Reader, clusterId: string, purpose: AccountRecord['purpose']): Promise<AccountRecord | undefined>;
  /** One account a purpose: a new one takes the place of the old. */
  addAccount(tx: Tx, account: Omit<AccountRecord, 'id'>, source: Source): Promise<AccountRecord>;
  /** Gives back what stood there, undefined where nothing did; its secret is the caller's to remove. */
  removeAccount(
    tx: Tx,
    clusterId: string,
    purpose: AccountRecord['purpose'],
    source: Source,
  ): Promise<AccountRecord | undefined>;

  /** Keeps the old value in the history only where it differs. */
  recordFact(tx: Tx, fact: Fact): Promise<void>;
  /** Many facts of one entity, observed at one time. */
  recordFacts(tx: Tx, facts: readonly Fact[]): Promise<void>;
  listFacts(db: Reader, entity: EntityKind, entityId: string): Promise<readonly Fact[]>;
  /** Every fact of these, by entity: what a page of a list shows. */
  listFactsOf(db: Reader, entity: EntityKind, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Fact[]>>;
  /** The facts of all entities of a kind, for lists. */
  listFactsOfAll(db: Reader, entity: EntityKind): Promise<readonly Fact[]>;
  /** Newest first; `before` = id of the last one already seen. */
  listChanges(
    db: Reader,
    filter: {
      entity?: HistoryKind | undefined;
      entityId?: string | undefined;
      before?: string | undefined;
      seenBy?: Sight;
      limit: number;
    },
  ): Promise<readonly Change[]>;

  /** Writes history rows of this slice's own records; `about` record. Nothing for no fields. */
  remember(tx: Tx, of: Remembered, source: Source): Promise<void>;
  /** Calls back after each commit that changed something; gives back how to stop. */
  onChange(listener: () => void): () => void;
}

export interface Remembered {
  readonly entity: HistoryKind;
  readonly entityId: string;
  readonly fields: readonly FieldChange[];
}
