interface NetworkAllowTable {
  /** In its one normal form. */
  cidr: string;
  note: string;
  added_at: number;
  added_by: string;
}

/** Kept for seven days, with the passwords it was given (in the secrets box). */
interface DiscoveryTable {
  id: string;
  state: string;
  started_at: number;
  ended_at: number | null;
  started_by: string;
  known: number;
  looked: number;
  answered: number;
  /** JSON: { user, secretId }[]. */
  accounts: string;
  /** JSON: Found; null while it runs. */
  found: string | null;
}

/** An account that was checked for a level and not yet entered; kept for seven days. */
interface LevelAccountTable {
  id: string;
  cluster_id: string;
  level: string;
  user_name: string;
  secret_id: string;
  checked_at: number;
  checked_by: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    network_allow: NetworkAllowTable;
    discovery: DiscoveryTable;
    level_account: LevelAccountTable;
  }
}

export type { DiscoveryTable, LevelAccountTable };
