export interface SecretTable {
  id: string;
  kind: string;
  /** For people; never the value. */
  label: string;
  /** Layout of value-codec.ts, base64. */
  sealed: string;
  /** The key it is sealed with, so that rotation finds what is left to do. */
  key_id: string;
  created_at: number;
}

declare module '../database/schema.ts' {
  interface Database {
    secret: SecretTable;
  }
}
