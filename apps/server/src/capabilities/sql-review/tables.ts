/** Append only. */
interface SqlReviewTable {
  id: string;
  created_at: number;
  reviewer_id: string;
  reviewer_name: string;
  application_id: string | null;
  cluster_id: string | null;
  schema_name: string | null;
  environment: string | null;
  /** `MySQL 8.4.10`. */
  server: string;
  statements: number;
  not_reviewed: number;
  /** Statements that have a score, the sum of their scores, and the lowest; null: none has. */
  scored: number;
  score_sum: number;
  lowest: number | null;
  found_x: number;
  found_e: number;
  found_w: number;
  found_n: number;
  passed: number;
  head: string;
  /** JSON: text, statements, gate, policies. */
  result: string;
  /** Of several files reviewed together: what they have in common, and the name of this one. */
  batch_id: string | null;
  file_name: string | null;
}

/** Append only: a saved version never changes; the newest holds. */
interface ReviewPolicyTable {
  /** `base`, `environment`, `application`. */
  scope_kind: string;
  /** '' for base. */
  scope_id: string;
  version: number;
  /** YAML. */
  text: string;
  note: string;
  by_name: string;
  at: number;
}

/** Append only, but for its end. Signed over all of it but the end: what was changed beside us lets nothing through. */
interface ReviewExceptionTable {
  id: string;
  review_id: string;
  application_id: string | null;
  environment: string | null;
  /** SHA-256 of the statement's text, hex. */
  text_hash: string;
  fingerprint: string;
  head: string;
  verdict: string;
  score: number | null;
  /** JSON: names of the rules that refused it. */
  rules: string;
  reason: string;
  owner: string;
  signed_by_id: string;
  signed_by: string;
  signed_at: number;
  /** `2026-12-31`, the last day in UTC. */
  expires: string;
  /** Base64. */
  signature: string;
  revoked_at: number | null;
  revoked_by: string | null;
  revoked_because: string | null;
}

/** One rule against one statement of one application; renewed by each review that finds it. */
interface ReviewItemTable {
  id: string;
  application_id: string;
  fingerprint: string;
  rule: string;
  grade: string;
  head: string;
  first_at: number;
  last_at: number;
  seen: number;
  review_id: string;
  /** null: unknown. */
  executions_per_day: number | null;
  size_bytes: number | null;
  /** In tenths. */
  priority: number;
  owner: string;
  /** `2026-12-31`, as `until_day`. */
  due: string;
  /** `open`, `accepted`, `fixed`. */
  state: string;
  until_day: string | null;
  reason: string | null;
  by_name: string | null;
  changed_at: number | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    sql_review: SqlReviewTable;
    review_policy: ReviewPolicyTable;
    review_exception: ReviewExceptionTable;
    review_item: ReviewItemTable;
  }
}

export type { ReviewExceptionTable, ReviewItemTable, ReviewPolicyTable, SqlReviewTable };
