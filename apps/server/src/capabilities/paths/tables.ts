/** A host key a person has confirmed. One endpoint may show several (types, an announced change). */
export interface HostKeyTable {
  /** `<address>:<port>`. */
  endpoint: string;
  /** `SHA256:…`. */
  fingerprint: string;
  first_seen_at: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    host_key: HostKeyTable;
  }
}
