import type { Flavor, PathSpec, PoolState } from '@myriad/contract';

/** What the platform believes exists. Reality is compared with it; every change is recorded with source and time. */
export interface HostRecord {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly baseDirectory: string;
  readonly poolState: PoolState;
  /** Tried in order. */
  readonly paths: readonly PathSpec[];
  readonly createdAt: number;
}

export interface Maintenance {
  readonly reason: string;
  readonly by: string;
  readonly since: number;
  readonly until: number;
}

/** The seat: host, port, cluster. Its server_uuid is a fact with history, not its identity. */
export interface InstanceRecord {
  readonly id: string;
  /** `<host name>:<port>`. */
  readonly name: string;
  readonly hostId: string;
  readonly port: number;
  readonly clusterId: string | null;
  readonly flavor: Flavor;
  readonly version: string;
  readonly packageId: string | null;
  readonly role: 'primary' | 'replica' | 'standalone';
  readonly state: 'deploying' | 'running' | 'stopped' | 'decommissioned' | 'unknown';
  /** Everything of this instance lies under it: data, logs, option file, socket, supervisor state. */
  readonly directory: string;
  readonly serverId: number;
  readonly maintenance: Maintenance | null;
  readonly createdAt: number;
}

export interface ClusterRecord {
  readonly id: string;
  readonly name: string;
  readonly flavor: Flavor;
  readonly version: string;
  readonly topology: 'single' | 'primary-replica';
  readonly applicationId: string | null;
  readonly environment: string;
  readonly state: 'deploying' | 'running' | 'stopped' | 'decommissioned';
  readonly fixed: Readonly<Record<string, string | number>>;
  readonly maintenance: Maintenance | null;
  /** How far the platform may go with it; each level has an account of its own. */
  readonly level: ClusterLevel;
  /** The cloud service that runs it, where one does: then the platform has no host to act on. */
  readonly managedBy: string | null;
  /** Name of the size each of its instances has. */
  readonly specification: string | null;
  readonly createdAt: number;
}

export type ClusterLevel = 'observe' | 'back-up' | 'operate' | 'ha';

/** What the platform deployed itself stands at `operate`. */
export type NewCluster = Omit<ClusterRecord, 'id' | 'createdAt' | 'level' | 'managedBy' | 'specification'> &
  Partial<Pick<ClusterRecord, 'id' | 'level' | 'managedBy' | 'specification'>>;

export interface ApplicationRecord {
  readonly id: string;
  readonly name: string;
  readonly businessLine: string;
  readonly owner: string;
  readonly level: 'core' | 'important' | 'general';
}

/**
 * A login of the platform on a cluster; the password lives in the secrets box. On its own clusters it made them; on an adopted
 * one people did, one a level: `observe`, `backup`, `operate`, `ha`.
 */
export interface AccountRecord {
  readonly id: string;
  readonly clusterId: string;
  readonly purpose: 'root' | 'admin' | 'replication' | 'monitor' | 'backup' | 'observe' | 'operate' | 'ha';
  readonly user: string;
  readonly hostPattern: string;
  readonly secretId: string;
}

/** The four dimensions. */
export type EntityKind = 'host' | 'instance' | 'cluster' | 'application';

/** Everything with a change history. */
export type HistoryKind = EntityKind | CatalogueKind | 'quota' | 'custom-field';

/** Rows with a name of their own that records speak of by that name. */
export type CatalogueKind = 'environment' | 'zone' | 'specification';

/** Who learned or changed something. */
export interface Source {
  readonly kind: 'task' | 'ticket' | 'discovery' | 'sweep' | 'person';
  readonly id: string;
}

/** One observed value; older values stay in the history. */
export interface Fact {
  readonly entity: EntityKind;
  readonly entityId: string;
  readonly name: string;
  readonly value: unknown;
  readonly observedAt: number;
  readonly source: Source;
}

/** One row of the change history, newest value in `after`. */
export interface Change {
  readonly id: string;
  readonly entity: HistoryKind;
  readonly entityId: string;
  readonly about: 'record' | 'fact';
  /** A record's field, `created`, `removed`, `account.<purpose>`, `label.<key>`, `field.<name>`, or a fact's name. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: number;
  readonly source: Source;
}
