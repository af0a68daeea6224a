import type { DataType } from './data-type.ts';
import type { Expression, Literal } from './expression.ts';
import type { Identifier, Phrase, QualifiedName } from './node.ts';

/**
 * `NAME [=] value`, of tables, indexes, partitions, databases, tablespaces. `name` in capitals with one space between
 * words, without a leading DEFAULT (`CHARACTER SET`, `ENGINE`, `DATA DIRECTORY`).
 */
export interface Setting {
  readonly kind: 'setting';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** An option the storage engine defines (MariaDB): `name` is then as written. */
  readonly foreign: boolean;
  /** A word such as DEFAULT or COMPACT is a phrase. */
  readonly value: Literal | Identifier | Phrase | undefined;
  /** Of UNION=(a, b). */
  readonly tables: readonly QualifiedName[];
}

export interface ColumnDefinition {
  readonly kind: 'column-definition';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  /** `undefined` where MariaDB leaves it to the expression. */
  readonly type: DataType | undefined;
  /** What stands between the type and AS of a generated column, MySQL. */
  readonly collation: string | undefined;
  readonly generated: GeneratedAs | undefined;
  /** In the order of the text. */
  readonly attributes: readonly ColumnPart[];
  /** MySQL reads REFERENCES at a column and does nothing with it before 9. */
  readonly references: References | undefined;
}

export type ColumnPart = ColumnAttribute | CheckConstraint | Setting;

/** `[GENERATED ALWAYS] AS (expression) [VIRTUAL | STORED]`, or MariaDB's `AS ROW START | END`. */
export interface GeneratedAs {
  readonly kind: 'generated-as';
  readonly start: number;
  readonly end: number;
  readonly expression: Expression | undefined;
  readonly row: 'START' | 'END' | undefined;
  /** PERSISTENT is STORED. */
  readonly storage: 'VIRTUAL' | 'STORED' | undefined;
}

export interface ColumnAttribute {
  readonly kind: 'column-attribute';
  readonly start: number;
  readonly end: number;
  /** NOT NULL, NULL, DEFAULT, ON UPDATE, AUTO_INCREMENT, PRIMARY KEY, UNIQUE, COMMENT, COLLATE, SRID, INVISIBLE … */
  readonly name: string;
  readonly value: Expression | Identifier | Phrase | undefined;
}

/** Of a column or a table. */
export interface CheckConstraint {
  readonly kind: 'check-constraint';
  readonly start: number;
  readonly end: number;
  readonly constraint: Constraint | undefined;
  readonly condition: Expression;
  /** `undefined` when the text does not say: enforced. */
  readonly enforced: boolean | undefined;
}

/** `CONSTRAINT [IF NOT EXISTS] [name]` */
export interface Constraint {
  readonly kind: 'constraint';
  readonly start: number;
  readonly end: number;
  /** MariaDB, in ALTER TABLE. */
  readonly ifNotExists: boolean;
  readonly name: Identifier | undefined;
}

export interface IndexDefinition {
  readonly kind: 'index-definition';
  readonly start: number;
  readonly end: number;
  readonly constraint: Constraint | undefined;
  readonly type: 'INDEX' | 'UNIQUE' | 'PRIMARY KEY' | 'FULLTEXT' | 'SPATIAL' | 'VECTOR';
  readonly ifNotExists: boolean;
  readonly name: Identifier | undefined;
  /** USING before the columns. */
  readonly using: string | undefined;
  readonly parts: readonly IndexPart[];
  readonly settings: readonly IndexSetting[];
}

/** USING BTREE, VISIBLE, IGNORED are phrases; WITH PARSER, COMMENT, KEY_BLOCK_SIZE … settings. */
export type IndexSetting = Setting | Phrase;

/** One column of an index: exactly one of `column`, `expression`, `period` is there. */
export interface IndexPart {
  readonly kind: 'index-part';
  readonly start: number;
  readonly end: number;
  readonly column: Identifier | undefined;
  /** Length of the prefix. */
  readonly length: Literal | undefined;
  readonly expression: Expression | undefined;
  /** `period WITHOUT OVERLAPS`, MariaDB. */
  readonly period: Identifier | undefined;
  readonly direction: 'ASC' | 'DESC' | undefined;
}

export interface ForeignKey {
  readonly kind: 'foreign-key';
  readonly start: number;
  readonly end: number;
  readonly constraint: Constraint | undefined;
  readonly ifNotExists: boolean;
  readonly name: Identifier | undefined;
  readonly columns: readonly Identifier[];
  readonly references: References;
}

export type ReferenceAction = 'RESTRICT' | 'CASCADE' | 'SET NULL' | 'NO ACTION' | 'SET DEFAULT';

export interface References {
  readonly kind: 'references';
  readonly start: number;
  readonly end: number;
  /** At a column, MariaDB. */
  readonly constraint: Constraint | undefined;
  readonly table: QualifiedName;
  readonly columns: readonly Identifier[];
  readonly match: 'FULL' | 'PARTIAL' | 'SIMPLE' | undefined;
  readonly onDelete: ReferenceAction | undefined;
  readonly onUpdate: ReferenceAction | undefined;
}

/** PERIOD FOR SYSTEM_TIME (a, b), PERIOD FOR p (a, b); MariaDB. */
export interface PeriodDefinition {
  readonly kind: 'period-definition';
  readonly start: number;
  readonly end: number;
  readonly ifNotExists: boolean;
  /** `undefined` for SYSTEM_TIME. */
  readonly name: Identifier | undefined;
  readonly from: Identifier;
  readonly to: Identifier;
}

export type TableElement = ColumnDefinition | IndexDefinition | ForeignKey | CheckConstraint | PeriodDefinition;
