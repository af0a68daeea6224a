export interface IdempotencyKeyTable {
  /** SHA-256 of actor and key. */
  id: string;
  /** SHA-256 of method, path and input. */
  input_hash: string;
  /** The life of the server process that took the request. */
  life: string;
  /** The answer, sealed, base64; null while it runs. */
  answer: string | null;
  created_at: number;
  expires_at: number;
}

declare module '../database/schema.ts' {
  interface Database {
    idempotency_key: IdempotencyKeyTable;
  }
}
