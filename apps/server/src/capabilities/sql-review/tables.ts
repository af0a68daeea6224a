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

declare module '../../platform/database/schema.ts' {
  interface Database {
    sql_review: SqlReviewTable;
    review_policy: ReviewPolicyTable;
  }
}

export type { ReviewPolicyTable, SqlReviewTable };
