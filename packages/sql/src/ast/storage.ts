import type { Expression, Literal } from './expression.ts';
import type { Identifier, Phrase } from './node.ts';
import type { Setting } from './table-parts.ts';

/** CREATE, ALTER or DROP of a tablespace or a logfile group. */
export interface StorageStatement {
  readonly kind: 'tablespace' | 'logfile-group';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER' | 'DROP';
  /** UNDO TABLESPACE. */
  readonly undo: boolean;
  readonly name: Identifier;
  /** ADD DATAFILE, DROP DATAFILE, ADD UNDOFILE, RENAME TO, SET ACTIVE, SET INACTIVE. */
  readonly action: string | undefined;
  /** The file, or the new name. */
  readonly target: Literal | Identifier | undefined;
  /** USE LOGFILE GROUP. */
  readonly logfileGroup: Identifier | undefined;
  readonly settings: readonly (Setting | Phrase)[];
}

/** CREATE, ALTER or DROP SERVER. `options` are HOST, DATABASE, USER …, each with its value. */
export interface ServerStatement {
  readonly kind: 'server';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER' | 'DROP';
  readonly orReplace: boolean;
  /** IF NOT EXISTS of CREATE, IF EXISTS of DROP. */
  readonly conditional: boolean;
  readonly name: Identifier;
  /** FOREIGN DATA WRAPPER. */
  readonly wrapper: Identifier | undefined;
  readonly options: readonly Setting[];
}

/** CREATE or DROP SPATIAL REFERENCE SYSTEM. */
export interface SpatialReferenceStatement {
  readonly kind: 'spatial-reference-system';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'DROP';
  readonly orReplace: boolean;
  readonly conditional: boolean;
  readonly id: Literal;
  /** NAME, DEFINITION, ORGANIZATION, IDENTIFIED BY, DESCRIPTION. */
  readonly options: readonly Setting[];
}

/** CREATE, ALTER or DROP RESOURCE GROUP. */
export interface ResourceGroupStatement {
  readonly kind: 'resource-group';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER' | 'DROP';
  readonly name: Identifier;
  /** TYPE, VCPU, THREAD_PRIORITY. */
  readonly options: readonly Setting[];
  readonly enabled: boolean | undefined;
  readonly force: boolean;
}

/** CREATE or DROP MASKING POLICY, MySQL 9.7. */
export interface MaskingPolicy {
  readonly kind: 'masking-policy';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'DROP';
  readonly ifNotExists: boolean;
  readonly ifExists: boolean;
  readonly name: Identifier;
  /** What the mask calls the column; both of CREATE alone. */
  readonly column: Identifier | undefined;
  readonly mask: Expression | undefined;
}
