interface HostTable {
  id: string;
  name: string;
  address: string;
  zone: string;
  base_directory: string;
  pool_state: string;
  /** JSON: PathSpec[]. */
  paths: string;
  created_at: number;
}

interface InstanceTable {
  id: string;
  name: string;
  host_id: string;
  port: number;
  /** `<host id>:<port>` while the seat is held, null once decommissioned: unique, so one seat has one holder. */
  seat: string | null;
  cluster_id: string | null;
  flavor: string;
  version: string;
  package_id: string | null;
  role: string;
  state: string;
  directory: string;
  server_id: number;
  /** JSON: Maintenance. */
  maintenance: string | null;
  created_at: number;
}

interface ClusterTable {
  id: string;
  name: string;
  /** The name while the cluster lives, null once decommissioned: unique, so a name can be used again. */
  live_name: string | null;
  flavor: string;
  version: string;
  topology: string;
  application_id: string | null;
  environment: string;
  state: string;
  /** JSON: Record<string, string | number>. */
  fixed: string;
  /** JSON: Maintenance. */
  maintenance: string | null;
  /** null in rows older than the column: operate. */
  level: string | null;
  managed_by: string | null;
  specification: string | null;
  created_at: number;
}

interface ApplicationTable {
  id: string;
  name: string;
  business_line: string;
  owner: string;
  level: string;
}

interface ClusterAccountTable {
  id: string;
  cluster_id: string;
  purpose: string;
  user_name: string;
  host_pattern: string;
  secret_id: string;
}

/** The current value of every fact; older values are in `metadata_change`. */
interface FactTable {
  entity: string;
  entity_id: string;
  name: string;
  /** Canonical JSON, so equal values are equal text. */
  value: string;
  observed_at: number;
  source_kind: string;
  source_id: string;
}

/** Append only. `field` is a record's field, `created`, `removed`, `account.<purpose>` or a fact's name (about = 'fact'). */
interface MetadataChangeTable {
  id: string;
  entity: string;
  entity_id: string;
  about: 'record' | 'fact';
  field: string;
  before_value: string | null;
  after_value: string | null;
  at: number;
  source_kind: string;
  source_id: string;
  /** Place in the change feed; null until the change is committed and somebody has given it one: see sequence-changes.ts. */
  seq: number | null;
}

interface EnvironmentTable {
  name: string;
  production: 0 | 1;
  description: string;
}

interface ZoneTable {
  name: string;
  region: string;
  description: string;
}

interface SpecificationTable {
  name: string;
  cpus: number;
  memory_bytes: number;
  disk_bytes: number;
  description: string;
}

/** null: no limit. */
interface QuotaTable {
  application_id: string;
  environment: string;
  instances: number | null;
  memory_bytes: number | null;
  disk_bytes: number | null;
}

interface LabelTable {
  entity: string;
  entity_id: string;
  label_key: string;
  value: string;
}

interface CustomFieldTable {
  id: string;
  entity: string;
  name: string;
  type: string;
  required: 0 | 1;
  /** JSON of Words. */
  words: string;
  /** JSON: string[]. */
  choices: string;
  created_at: number;
}

interface CustomValueTable {
  field_id: string;
  entity_id: string;
  value: string;
  /** Of a number field: the same value, to be compared by size. */
  number: number | null;
}

/** One row: the last place given in the change feed. Whoever gives places holds it. */
interface ChangeFeedTable {
  id: number;
  head: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    host: HostTable;
    instance: InstanceTable;
    cluster: ClusterTable;
    application: ApplicationTable;
    cluster_account: ClusterAccountTable;
    fact: FactTable;
    metadata_change: MetadataChangeTable;
    environment: EnvironmentTable;
    zone: ZoneTable;
    specification: SpecificationTable;
    quota: QuotaTable;
    label: LabelTable;
    custom_field: CustomFieldTable;
    custom_value: CustomValueTable;
    change_feed: ChangeFeedTable;
  }
}

export type {
  ApplicationTable,
  ClusterTable,
  CustomFieldTable,
  FactTable,
  HostTable,
  InstanceTable,
  MetadataChangeTable,
};
