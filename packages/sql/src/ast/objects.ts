import type { Identifier, QualifiedName } from './node.ts';
import type { Setting } from './table-parts.ts';

/** DROP TABLE, DROP VIEW, DROP SEQUENCE (MariaDB). */
export interface DropTables {
  readonly kind: 'drop-table' | 'drop-view' | 'drop-sequence';
  readonly start: number;
  readonly end: number;
  readonly temporary: boolean;
  readonly ifExists: boolean;
  readonly names: readonly QualifiedName[];
  /** WAIT n, NOWAIT; MariaDB. */
  readonly wait: Setting | undefined;
  readonly behaviour: 'RESTRICT' | 'CASCADE' | undefined;
}

export interface RenameTable {
  readonly kind: 'rename-table';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly renames: readonly TableRename[];
}

export interface TableRename {
  readonly kind: 'table-rename';
  readonly start: number;
  readonly end: number;
  readonly from: QualifiedName;
  readonly wait: Setting | undefined;
  readonly to: QualifiedName;
}

export interface TruncateTable {
  readonly kind: 'truncate-table';
  readonly start: number;
  readonly end: number;
  readonly name: QualifiedName;
  readonly wait: Setting | undefined;
  /** DROP STORAGE and REUSE STORAGE of MariaDB's ORACLE mode, which change nothing. */
  readonly storage: 'DROP' | 'REUSE' | undefined;
}

export interface CreateDatabase {
  readonly kind: 'create-database';
  readonly start: number;
  readonly end: number;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly name: Identifier;
  readonly settings: readonly Setting[];
}

export interface AlterDatabase {
  readonly kind: 'alter-database';
  readonly start: number;
  readonly end: number;
  /** Left out: the current one. */
  readonly name: Identifier | undefined;
  readonly settings: readonly Setting[];
  /** UPGRADE DATA DIRECTORY NAME. */
  readonly upgrade: boolean;
}

export interface DropDatabase {
  readonly kind: 'drop-database';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly name: Identifier;
}
