import type { Expression } from './expression.ts';
import type { Identifier, QualifiedName } from './node.ts';
import type { LockWait } from './transaction.ts';

/** ANALYZE, CHECK, OPTIMIZE, REPAIR, CHECKSUM of tables; MariaDB: of views too. */
export interface TableMaintenance {
  readonly kind: 'table-maintenance';
  readonly start: number;
  readonly end: number;
  readonly verb: 'ANALYZE' | 'CHECK' | 'OPTIMIZE' | 'REPAIR' | 'CHECKSUM';
  /** NO_WRITE_TO_BINLOG; LOCAL says the same. */
  readonly noBinlog: boolean;
  readonly what: 'TABLE' | 'VIEW';
  readonly tables: readonly QualifiedName[];
  /** QUICK, EXTENDED, FOR UPGRADE, USE_FRM, FROM MYSQL … */
  readonly options: readonly string[];
  readonly histogram: Histogram | undefined;
  readonly persistent: PersistentStatistics | undefined;
  readonly wait: LockWait | undefined;
}

/** UPDATE HISTOGRAM and DROP HISTOGRAM, MySQL 8. */
export interface Histogram {
  readonly kind: 'histogram';
  readonly start: number;
  readonly end: number;
  readonly verb: 'UPDATE' | 'DROP';
  readonly columns: readonly Identifier[];
  readonly buckets: Expression | undefined;
  readonly refresh: 'AUTO' | 'MANUAL' | undefined;
  /** USING DATA. */
  readonly data: Expression | undefined;
}

/** PERSISTENT FOR ALL, or FOR COLUMNS … INDEXES …; `undefined` lists are ALL. MariaDB. */
export interface PersistentStatistics {
  readonly kind: 'persistent-statistics';
  readonly start: number;
  readonly end: number;
  readonly all: boolean;
  readonly columns: readonly Identifier[] | undefined;
  readonly indexes: readonly Identifier[] | undefined;
}

export interface Flush {
  readonly kind: 'flush';
  readonly start: number;
  readonly end: number;
  readonly noBinlog: boolean;
  /** Without items it is FLUSH TABLES. */
  readonly items: readonly FlushItem[];
  readonly tables: readonly QualifiedName[];
  readonly lock: 'WITH READ LOCK' | 'FOR EXPORT' | 'WITH READ LOCK AND DISABLE CHECKPOINT' | undefined;
}

export interface FlushItem {
  readonly kind: 'flush-item';
  readonly start: number;
  readonly end: number;
  readonly what: string;
  /** MariaDB's named connection. */
  readonly connection: Expression | undefined;
  readonly channel: Expression | undefined;
}

export type MaintenanceStatement = TableMaintenance | Flush;
export type MaintenancePart = Histogram | PersistentStatistics | FlushItem;
