export interface OutboxTable {
  id: string;
  kind: string;
  /** JSON; ids only. */
  payload: string;
  created_at: number;
  /** Not handed over before this time. */
  due_at: number;
  attempts: number;
}

declare module '../database/schema.ts' {
  interface Database {
    outbox: OutboxTable;
  }
}
