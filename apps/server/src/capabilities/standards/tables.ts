interface StandardTable {
  id: string;
  name: string;
  created_at: number;
}

/** Append only: a published version never changes. */
interface StandardVersionTable {
  standard_id: string;
  version: number;
  /** JSON. */
  rules: string;
  rule_count: number;
  note: string;
  published_at: number;
  /** A person's name; null: came with the platform. */
  published_by: string | null;
  /** Of what came with the platform. */
  shipped_revision: number | null;
}

/** Who follows which. */
interface StandardUseTable {
  /** `all`, `environment`, `cluster`. */
  scope_kind: string;
  /** '' for all. */
  scope_id: string;
  standard_id: string;
  /** null: always the newest. */
  version: number | null;
  by_name: string;
  at: number;
}

interface StandardExceptionTable {
  id: string;
  rule: string;
  scope_kind: string;
  scope_id: string;
  owner: string;
  reason: string;
  by_name: string;
  created_at: number;
  until: number;
  ended_at: number | null;
  ended_by: string | null;
  /** When its end was taken into account; null: not yet. */
  counted_at: number | null;
}

/** The last look at an instance's settings. */
interface InstanceSettingsTable {
  instance_id: string;
  read_at: number;
  /** JSON, zstd, base64. */
  packed: string;
}

/** The last judgement. */
interface InstanceComplianceTable {
  instance_id: string;
  cluster_id: string;
  standard_id: string;
  version: number;
  judged_at: number;
  /** Of the look it was judged by; null: there was none. */
  looked_at: number | null;
  ok: number;
  differs: number;
  excepted: number;
  unseen: number;
  drift: number;
  /** JSON: counts by kind. */
  kinds: string;
  /** JSON: what is not right. */
  items: string;
  /** JSON. */
  drift_items: string;
}

/** Its instances put together, so that a list of thousands reads a row each. */
interface ClusterComplianceTable {
  cluster_id: string;
  standard_id: string;
  version: number;
  /** The oldest of its looks; null: none. */
  looked_at: number | null;
  instances: number;
  /** Of them looked at. */
  judged: number;
  ok: number;
  differs: number;
  excepted: number;
  unseen: number;
  drift: number;
  worst: string | null;
  /** JSON: counts by kind. */
  kinds: string;
}

/** Append only: a row a cluster whenever its numbers change. */
interface ComplianceHistoryTable {
  id: string;
  cluster_id: string;
  at: number;
  standard_id: string;
  version: number;
  ok: number;
  differs: number;
  excepted: number;
  unseen: number;
  drift: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    standard: StandardTable;
    standard_version: StandardVersionTable;
    standard_use: StandardUseTable;
    standard_exception: StandardExceptionTable;
    instance_settings: InstanceSettingsTable;
    instance_compliance: InstanceComplianceTable;
    cluster_compliance: ClusterComplianceTable;
    compliance_history: ComplianceHistoryTable;
  }
}

export type {
  ClusterComplianceTable,
  ComplianceHistoryTable,
  InstanceComplianceTable,
  InstanceSettingsTable,
  StandardExceptionTable,
  StandardTable,
  StandardUseTable,
  StandardVersionTable,
};
