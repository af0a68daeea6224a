/** One row a thing that was ever found: it is opened again, not made anew, so that a mute and an owner outlive a flap. */
interface FindingTable {
  id: string;
  /** SHA-256 over source, code, entity, entity id and `about`. */
  finding_key: string;
  code: string;
  grade: string;
  entity: string;
  entity_id: string;
  about: string;
  cluster_id: string | null;
  source: string;
  /** What the reporter looked at as a whole: of this, its list is complete. */
  scope: string;
  /** JSON. */
  evidence: string;
  /** JSON: `{ words, next }`, where the reporter brought its own. */
  words: string | null;
  first_seen_at: number;
  last_seen_at: number;
  closed_at: number | null;
  times: number;
  owner: string | null;
  muted_since: number | null;
  muted_until: number | null;
  muted_by: string | null;
  mute_reason: string | null;
}

/** Append only. */
interface FindingChangeTable {
  id: string;
  finding_id: string;
  at: number;
  what: string;
  /** A person's name, or the source that reported. */
  by_name: string;
  /** JSON. */
  detail: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    finding: FindingTable;
    finding_change: FindingChangeTable;
  }
}

export type { FindingChangeTable, FindingTable };
