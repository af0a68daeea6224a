import type { Expression, Literal } from './expression.ts';
import type { Identifier, Phrase, QualifiedName } from './node.ts';
import type { PartitionDefinition, Partitioning } from './partition.ts';
import type { OrderItem } from './query.ts';
import type {
  CheckConstraint,
  ColumnDefinition,
  ForeignKey,
  IndexDefinition,
  PeriodDefinition,
  Setting,
  TableElement,
} from './table-parts.ts';

export interface AlterTable {
  readonly kind: 'alter-table';
  readonly start: number;
  readonly end: number;
  /** ONLINE and IGNORE, MariaDB. */
  readonly options: readonly string[];
  readonly ifExists: boolean;
  readonly name: QualifiedName;
  /** WAIT n, NOWAIT; MariaDB. */
  readonly wait: Setting | undefined;
  /** In the order of the text; may be empty. */
  readonly actions: readonly AlterAction[];
  /** PARTITION BY … or REMOVE PARTITIONING, behind the actions. */
  readonly partitioning: Partitioning | Phrase | undefined;
}

/**
 * A setting is a table option, ALGORITHM or LOCK. A phrase is FORCE, ENABLE KEYS, DISCARD TABLESPACE, WITH VALIDATION,
 * ADD SYSTEM VERSIONING and their like.
 */
export type AlterAction =
  | AddColumns
  | AddElement
  | ChangeColumn
  | DropElement
  | AlterColumn
  | AlterElement
  | RenameElement
  | RenameTo
  | ConvertCharset
  | AlterOrder
  | PartitionAction
  | Setting
  | Phrase;

/** FIRST, or AFTER a column. */
export interface ColumnPlace {
  readonly kind: 'column-place';
  readonly start: number;
  readonly end: number;
  readonly after: Identifier | undefined;
}

/** ADD COLUMN c …, or ADD (c …, KEY (c)). */
export interface AddColumns {
  readonly kind: 'add-columns';
  readonly start: number;
  readonly end: number;
  readonly ifNotExists: boolean;
  readonly inBrackets: boolean;
  readonly elements: readonly TableElement[];
  readonly place: ColumnPlace | undefined;
}

/** ADD of an index, a key, a check or a period. */
export interface AddElement {
  readonly kind: 'add-element';
  readonly start: number;
  readonly end: number;
  readonly element: IndexDefinition | ForeignKey | CheckConstraint | PeriodDefinition;
}

/** CHANGE old new …, and MODIFY, where `from` is undefined. */
export interface ChangeColumn {
  readonly kind: 'change-column';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly from: Identifier | undefined;
  readonly column: ColumnDefinition;
  readonly place: ColumnPlace | undefined;
}

export interface DropElement {
  readonly kind: 'drop-element';
  readonly start: number;
  readonly end: number;
  readonly what: 'COLUMN' | 'INDEX' | 'PRIMARY KEY' | 'FOREIGN KEY' | 'CHECK' | 'CONSTRAINT' | 'PERIOD';
  readonly ifExists: boolean;
  /** `undefined` for the primary key and for the period SYSTEM_TIME. */
  readonly name: Identifier | undefined;
  readonly behaviour: 'RESTRICT' | 'CASCADE' | undefined;
}

export interface AlterColumn {
  readonly kind: 'alter-column';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly name: Identifier;
  readonly action:
    | 'SET DEFAULT'
    | 'DROP DEFAULT'
    | 'SET VISIBLE'
    | 'SET INVISIBLE'
    | 'SET MASKING POLICY'
    | 'DROP MASKING POLICY';
  /** The default, or the policy's name. */
  readonly value: Expression | Identifier | undefined;
}

export interface AlterElement {
  readonly kind: 'alter-element';
  readonly start: number;
  readonly end: number;
  readonly what: 'INDEX' | 'CHECK' | 'CONSTRAINT';
  readonly ifExists: boolean;
  readonly name: Identifier;
  /** VISIBLE, INVISIBLE, IGNORED, NOT IGNORED, ENFORCED, NOT ENFORCED. */
  readonly to: string;
}

export interface RenameElement {
  readonly kind: 'rename-element';
  readonly start: number;
  readonly end: number;
  readonly what: 'COLUMN' | 'INDEX';
  readonly ifExists: boolean;
  readonly from: Identifier;
  readonly to: Identifier;
}

export interface RenameTo {
  readonly kind: 'rename-to';
  readonly start: number;
  readonly end: number;
  readonly name: QualifiedName;
}

export interface ConvertCharset {
  readonly kind: 'convert-charset';
  readonly start: number;
  readonly end: number;
  /** A phrase is DEFAULT. */
  readonly charset: Identifier | Phrase;
  readonly collation: Identifier | Phrase | undefined;
}

export interface AlterOrder {
  readonly kind: 'alter-order';
  readonly start: number;
  readonly end: number;
  readonly items: readonly OrderItem[];
}

export interface PartitionAction {
  readonly kind: 'partition-action';
  readonly start: number;
  readonly end: number;
  readonly action: PartitionVerb;
  /** IF NOT EXISTS of ADD, IF EXISTS of DROP; MariaDB. */
  readonly conditional: boolean;
  /** NO_WRITE_TO_BINLOG or LOCAL. */
  readonly unlogged: boolean;
  readonly all: boolean;
  readonly names: readonly Identifier[];
  /** PARTITIONS n of ADD, the number of COALESCE. */
  readonly count: Literal | undefined;
  readonly partitions: readonly PartitionDefinition[];
  /** Of EXCHANGE and CONVERT. */
  readonly table: QualifiedName | undefined;
  /** QUICK, FOR UPGRADE, USE_FRM …; WITH VALIDATION. */
  readonly options: readonly string[];
}

export type PartitionVerb =
  | 'ADD' | 'DROP' | 'REBUILD' | 'OPTIMIZE' | 'ANALYZE' | 'CHECK' | 'REPAIR' | 'COALESCE' | 'TRUNCATE' | 'REORGANIZE' | 'EXCHANGE'
  | 'DISCARD' | 'IMPORT' | 'CONVERT TO TABLE' | 'CONVERT FROM TABLE' | 'SECONDARY_LOAD' | 'SECONDARY_UNLOAD'; // biome-ignore format: a list
