import type { FoundCluster, FoundServer, Words } from '@myriad/contract';

/** A server that answered, as it is kept: besides what people see, which login was used and what it may too much. */
export interface StoredServer extends Omit<FoundServer, 'instanceId'> {
  /** Place in the discovery's list of accounts. */
  readonly account: number;
  /** Of the surplus, what no account of the platform may have. */
  readonly forbidden: readonly string[];
  /** What people called it, in the list. */
  readonly given?: string;
}

export interface StoredCluster extends Omit<FoundCluster, 'abilities' | 'servers'> {
  readonly servers: readonly StoredServer[];
}

/** What a discovery found, as the store keeps it. */
export interface Found {
  readonly clusters: readonly StoredCluster[];
  readonly leftOut: readonly { readonly server: string; readonly because: Words }[];
}
