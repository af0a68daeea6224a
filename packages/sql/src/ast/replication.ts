import type { Expression } from './expression.ts';
import type { Account, Identifier, Phrase, QualifiedName } from './node.ts';

/** CHANGE REPLICATION SOURCE TO, CHANGE MASTER TO. */
export interface ChangeSource {
  readonly kind: 'change-source';
  readonly start: number;
  readonly end: number;
  readonly verb: 'REPLICATION SOURCE' | 'MASTER';
  /** MariaDB's named connection. */
  readonly connection: Expression | undefined;
  readonly options: readonly ReplicationOption[];
  readonly channel: Expression | undefined;
}

/** NAME = value; `list` of IGNORE_SERVER_IDS and the like. SQL_AFTER_MTS_GAPS has neither. */
export interface ReplicationOption {
  readonly kind: 'replication-option';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: Expression | Phrase | Account | undefined;
  readonly list: readonly Expression[] | undefined;
}

export interface ChangeFilter {
  readonly kind: 'change-filter';
  readonly start: number;
  readonly end: number;
  readonly filters: readonly ReplicationFilter[];
  readonly channel: Expression | undefined;
}

/** One filter: databases, tables, patterns, or pairs (flat: from, to, from, to). */
export interface ReplicationFilter {
  readonly kind: 'replication-filter';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly databases: readonly Identifier[];
  readonly tables: readonly QualifiedName[];
  readonly patterns: readonly Expression[];
}

/** START and STOP of replicas and of group replication. Old and new words are kept. */
export interface ReplicaControl {
  readonly kind: 'replica-control';
  readonly start: number;
  readonly end: number;
  readonly verb: 'START' | 'STOP';
  readonly what: 'REPLICA' | 'SLAVE' | 'ALL REPLICAS' | 'ALL SLAVES' | 'GROUP_REPLICATION';
  readonly connection: Expression | undefined;
  /** SQL_THREAD, IO_THREAD. */
  readonly threads: readonly string[];
  readonly until: readonly ReplicationOption[];
  /** USER, PASSWORD, DEFAULT_AUTH, PLUGIN_DIR. */
  readonly credentials: readonly ReplicationOption[];
  readonly channel: Expression | undefined;
}

export interface Reset {
  readonly kind: 'reset';
  readonly start: number;
  readonly end: number;
  readonly targets: readonly ResetTarget[];
}

export interface ResetTarget {
  readonly kind: 'reset-target';
  readonly start: number;
  readonly end: number;
  readonly what: 'REPLICA' | 'SLAVE' | 'MASTER' | 'BINARY LOGS AND GTIDS' | 'QUERY CACHE';
  readonly connection: Expression | undefined;
  readonly all: boolean;
  readonly to: Expression | undefined;
  readonly channel: Expression | undefined;
}

export interface ResetPersist {
  readonly kind: 'reset-persist';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  /** `undefined`: all. */
  readonly name: QualifiedName | undefined;
}

/** PURGE BINARY LOGS TO 'file' | BEFORE time. */
export interface PurgeLogs {
  readonly kind: 'purge-logs';
  readonly start: number;
  readonly end: number;
  readonly to: Expression | undefined;
  readonly before: Expression | undefined;
}

export interface Binlog {
  readonly kind: 'binlog';
  readonly start: number;
  readonly end: number;
  /** One; MariaDB: or two. */
  readonly events: readonly Expression[];
}

export type ReplicationStatement =
  | ChangeSource | ChangeFilter | ReplicaControl | Reset | ResetPersist | PurgeLogs | Binlog; // biome-ignore format: a list

export type ReplicationPart = ReplicationOption | ReplicationFilter | ResetTarget;
