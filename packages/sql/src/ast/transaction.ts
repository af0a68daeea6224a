import type { Expression } from './expression.ts';
import type { Identifier, QualifiedName } from './node.ts';

/** BEGIN [WORK] and START TRANSACTION. */
export interface StartTransaction {
  readonly kind: 'start-transaction';
  readonly start: number;
  readonly end: number;
  readonly form: 'BEGIN' | 'START TRANSACTION';
  /** WITH CONSISTENT SNAPSHOT, READ ONLY, READ WRITE. */
  readonly characteristics: readonly string[];
}

/** COMMIT and ROLLBACK of the whole transaction. */
export interface EndTransaction {
  readonly kind: 'end-transaction';
  readonly start: number;
  readonly end: number;
  readonly verb: 'COMMIT' | 'ROLLBACK';
  readonly chain: 'AND CHAIN' | 'AND NO CHAIN' | undefined;
  readonly release: 'RELEASE' | 'NO RELEASE' | undefined;
}

export interface Savepoint {
  readonly kind: 'savepoint';
  readonly start: number;
  readonly end: number;
  readonly verb: 'SAVEPOINT' | 'ROLLBACK TO SAVEPOINT' | 'RELEASE SAVEPOINT';
  readonly name: Identifier;
}

export interface LockTables {
  readonly kind: 'lock-tables';
  readonly start: number;
  readonly end: number;
  readonly tables: readonly TableLock[];
  readonly wait: LockWait | undefined;
}

export interface TableLock {
  readonly kind: 'table-lock';
  readonly start: number;
  readonly end: number;
  readonly table: QualifiedName;
  readonly alias: Identifier | undefined;
  readonly mode: 'READ' | 'READ LOCAL' | 'WRITE' | 'LOW_PRIORITY WRITE' | 'WRITE CONCURRENT';
}

/** WAIT n (seconds) or NOWAIT of MariaDB's LOCK TABLES and DDL. */
export interface LockWait {
  readonly kind: 'lock-wait';
  readonly start: number;
  readonly end: number;
  readonly seconds: Expression | undefined;
}

/** UNLOCK TABLES, LOCK INSTANCE FOR BACKUP, UNLOCK INSTANCE. */
export interface LockOther {
  readonly kind: 'lock-other';
  readonly start: number;
  readonly end: number;
  readonly what: 'UNLOCK TABLES' | 'LOCK INSTANCE FOR BACKUP' | 'UNLOCK INSTANCE';
}

/** XA with its xid: one to three parts. RECOVER has none. */
export interface Xa {
  readonly kind: 'xa';
  readonly start: number;
  readonly end: number;
  readonly verb: 'START' | 'END' | 'PREPARE' | 'COMMIT' | 'ROLLBACK' | 'RECOVER';
  readonly xid: readonly Expression[];
  /** JOIN, RESUME, SUSPEND, SUSPEND FOR MIGRATE, ONE PHASE, CONVERT XID, FORMAT = 'SQL'. */
  readonly option: string | undefined;
}

export type TransactionStatement = StartTransaction | EndTransaction | Savepoint | LockTables | LockOther | Xa;
