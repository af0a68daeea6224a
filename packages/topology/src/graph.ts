/**
 * `single`: one server that replicates from nobody and feeds nobody. `chain`: a replica of a replica. `circular`: a ring
 * of three or more. `source-unknown`: replicas whose source we could not look at. `separate`: several clusters in one list.
 */
export type Shape =
  | 'single'
  | 'primary-replicas'
  | 'chain'
  | 'dual-primary'
  | 'circular'
  | 'multi-source'
  | 'group-replication'
  | 'galera'
  | 'source-unknown'
  | 'separate'
  | 'unreachable';

export type NodeRole = 'primary' | 'replica' | 'relay' | 'group-member' | 'single' | 'unknown';

export interface GraphNode {
  /** The observed server's id; for servers only heard of `host:port` (or `host:?` where only a dump thread was seen). */
  readonly id: string;
  readonly name: string;
  readonly host: string;
  /** null = heard of by its dump thread: its port is not known. */
  readonly port: number | null;
  readonly role: NodeRole;
  /** `heard-of`: named by another server, not in the list we looked at. */
  readonly state: 'answered' | 'unreachable' | 'refused' | 'not-mysql' | 'not-looked' | 'heard-of';
  readonly flavor?: 'mysql' | 'mariadb';
  readonly version?: string;
  /** Accepts writes of applications. undefined = not known. */
  readonly writable?: boolean;
}

export interface GraphEdge {
  /** The source. */
  readonly from: string;
  /** The replica. */
  readonly to: string;
  /** Channel name, '' = the default one. */
  readonly channel: string;
  /**
   * `channel`: the replica says so. `dump-thread`: only the source says so, by a replica fetching from it. `group`:
   * members of one replication group, from its primary.
   */
  readonly seenBy: 'channel' | 'dump-thread' | 'group';
  /** `broken`: stopped with an error. `unknown`: nobody can say (dump thread only). */
  readonly state: 'running' | 'connecting' | 'stopped' | 'broken' | 'unknown';
  /** null = not known, never 0 by default. */
  readonly lagSeconds: number | null;
  readonly tls: 'off' | 'unverified' | 'verified' | 'unknown';
  readonly usesGtid: boolean | null;
  readonly semiSync: boolean;
}

export interface Graph {
  readonly shape: Shape;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Ids of the servers that accept writes. */
  readonly writers: readonly string[];
}
