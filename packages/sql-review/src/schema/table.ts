import type { CreateRoutine, CreateTrigger, DataType, DefineEvent, Expression, Query } from '@myriad/sql';

/** A column as the server would show it. Names in the case of the text; charsets and collations in lower case. */
export interface ColumnModel {
  readonly name: string;
  /** `undefined`: made by a query, or left to the expression. */
  readonly type: DataType | undefined;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  /** `undefined` also for DEFAULT NULL that nobody wrote. */
  readonly defaultValue: Expression | undefined;
  readonly isAutoIncrement: boolean;
  readonly generated: 'VIRTUAL' | 'STORED' | undefined;
  readonly generatedFrom: Expression | undefined;
  readonly isInvisible: boolean;
  readonly setsTimeOnUpdate: boolean;
  readonly charset: string | undefined;
  readonly collation: string | undefined;
  readonly comment: string | undefined;
  /** Of a spatial column; absent: any. */
  readonly srid?: string | undefined;
  /** COMPRESSED of MariaDB. */
  readonly isCompressed: boolean;
}

export interface IndexPartModel {
  /** Exactly one of `column` and `expression` is there. */
  readonly column: string | undefined;
  readonly expression: Expression | undefined;
  /** Of a prefix, in characters or bytes as written. */
  readonly length: number | undefined;
  readonly isDescending: boolean;
}

export interface IndexModel {
  /** PRIMARY for the primary key; as the server would name it when the text does not. */
  readonly name: string;
  readonly type: 'PRIMARY KEY' | 'UNIQUE' | 'INDEX' | 'FULLTEXT' | 'SPATIAL' | 'VECTOR';
  readonly parts: readonly IndexPartModel[];
  readonly isVisible: boolean;
  readonly comment: string | undefined;
  /** Of FULLTEXT; `undefined`: the built-in one. */
  readonly parser: string | undefined;
}

export interface ForeignKeyModel {
  readonly name: string | undefined;
  readonly columns: readonly string[];
  readonly schema: string | undefined;
  readonly table: string;
  readonly foreignColumns: readonly string[];
  readonly onDelete: string | undefined;
  readonly onUpdate: string | undefined;
}

export interface CheckModel {
  readonly name: string | undefined;
  readonly condition: Expression;
  readonly isEnforced: boolean;
}

export interface PartitionModel {
  readonly method: string;
  /** Columns the key is made from. */
  readonly columns: readonly string[];
  readonly names: readonly string[];
}

export interface TableModel {
  readonly schema: string | undefined;
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly indexes: readonly IndexModel[];
  readonly foreignKeys: readonly ForeignKeyModel[];
  readonly checks: readonly CheckModel[];
  readonly partitions: PartitionModel | undefined;
  /** In capitals. */
  readonly engine: string | undefined;
  readonly rowFormat: string | undefined;
  readonly charset: string | undefined;
  readonly collation: string | undefined;
  readonly comment: string | undefined;
  /** Every option of the table, by name in capitals, as it was written last; '' for one without a value. */
  readonly settings: Readonly<Record<string, string>>;
  readonly isTemporary: boolean;
  /** False when a query made some of its columns: there may be more than we know. */
  readonly isWhole: boolean;
  /** Names of all columns in their order, where a query made some and only their names are known; else `undefined`. */
  readonly columnNames: readonly string[] | undefined;
}

export interface ViewModel {
  readonly schema: string | undefined;
  readonly name: string;
  readonly columns: readonly string[];
  readonly query: Query;
}

/** A routine, trigger or event that the script or the definitions made: its body may name tables. */
export interface ProgramModel {
  readonly schema: string | undefined;
  readonly name: string;
  readonly statement: CreateRoutine | CreateTrigger | DefineEvent;
}

export interface TriggerModel {
  readonly name: string;
  readonly time: 'BEFORE' | 'AFTER';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
}

export const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase());

export const columnNamed = (table: TableModel, name: string): ColumnModel | undefined =>
  table.columns.find((column) => isSame(column.name, name));

/** All columns of a table by their names; `undefined` where there may be more. */
export const namesOfColumns = (table: TableModel): readonly string[] | undefined =>
  table.isWhole ? table.columns.map(({ name }) => name) : table.columnNames;

export const indexNamed = (table: TableModel, name: string): IndexModel | undefined =>
  table.indexes.find((index) => isSame(index.name, name));

export const primaryKeyOf = (table: TableModel): IndexModel | undefined =>
  table.indexes.find(({ type }) => type === 'PRIMARY KEY');

export const isUniqueIndex = ({ type }: IndexModel): boolean => type === 'PRIMARY KEY' || type === 'UNIQUE';

/** Names of the columns of an index, whole or prefix; expressions are `undefined`. */
export const columnsOfIndex = ({ parts }: IndexModel): readonly (string | undefined)[] =>
  parts.map(({ column }) => column?.toLowerCase());

/** A key that tells every row from every other: the primary one, or a unique one that is never NULL. */
export const hasRowKey = (table: TableModel): boolean =>
  table.indexes.some(
    (index) =>
      isUniqueIndex(index) &&
      index.parts.every(({ column }) => column !== undefined && columnNamed(table, column)?.isNullable === false),
  );
