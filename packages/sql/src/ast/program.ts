import type { Assignment } from './dml.ts';
import type { Expression } from './expression.ts';
import type { Identifier, Option, QualifiedName } from './node.ts';
import type { FileFormat, Limit, SelectItem } from './query.ts';

export interface CallProcedure {
  readonly kind: 'call-procedure';
  readonly start: number;
  readonly end: number;
  readonly name: QualifiedName;
  /** Of `schema.package.procedure`, MariaDB. `package.procedure` looks like schema and procedure, and is read so. */
  readonly package: Identifier | undefined;
  readonly args: readonly Expression[];
}

export interface Do {
  readonly kind: 'do';
  readonly start: number;
  readonly end: number;
  readonly items: readonly SelectItem[];
}

/** HANDLER … OPEN, READ, CLOSE. */
export interface Handler {
  readonly kind: 'handler';
  readonly start: number;
  readonly end: number;
  readonly verb: 'OPEN' | 'READ' | 'CLOSE';
  readonly table: QualifiedName;
  readonly alias: Identifier | undefined;
  readonly index: Identifier | undefined;
  /** FIRST, NEXT, PREV, LAST; or a comparison with `values`. */
  readonly position: string | undefined;
  readonly values: readonly Expression[];
  readonly where: Expression | undefined;
  readonly limit: Limit | undefined;
}

/** LOAD DATA and LOAD XML. */
export interface LoadData {
  readonly kind: 'load-data';
  readonly start: number;
  readonly end: number;
  readonly format: 'DATA' | 'XML';
  readonly priority: 'LOW_PRIORITY' | 'CONCURRENT' | undefined;
  readonly local: boolean;
  readonly source: 'INFILE' | 'URL' | 'S3';
  readonly file: Expression;
  /** COUNT n of the bulk load. */
  readonly count: Expression | undefined;
  readonly inKeyOrder: boolean;
  readonly duplicates: 'REPLACE' | 'IGNORE' | undefined;
  readonly table: QualifiedName;
  readonly partitions: readonly Identifier[];
  readonly compression: Expression | undefined;
  readonly charset: string | undefined;
  /** ROWS IDENTIFIED BY of XML. */
  readonly rowTag: Expression | undefined;
  readonly fileFormat: FileFormat | undefined;
  readonly ignoreLines: Expression | undefined;
  /** Columns and user variables; `undefined` without a list. */
  readonly columns: readonly Expression[] | undefined;
  readonly assignments: readonly Assignment[];
  /** PARALLEL, MEMORY, ALGORITHM of the bulk load. */
  readonly options: readonly Option[];
}

/** IMPORT TABLE FROM 'file', MySQL 8. */
export interface ImportTable {
  readonly kind: 'import-table';
  readonly start: number;
  readonly end: number;
  readonly files: readonly Expression[];
}

export interface Prepare {
  readonly kind: 'prepare';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly from: Expression;
}

/** EXECUTE name USING …; MariaDB's EXECUTE IMMEDIATE has a text instead of a name. */
export interface Execute {
  readonly kind: 'execute';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier | undefined;
  readonly immediate: Expression | undefined;
  readonly using: readonly Expression[];
}

/** DEALLOCATE PREPARE and DROP PREPARE. */
export interface Deallocate {
  readonly kind: 'deallocate';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
}

/** CACHE INDEX … IN cache, LOAD INDEX INTO CACHE …. */
export interface CacheIndex {
  readonly kind: 'cache-index';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CACHE' | 'LOAD';
  readonly tables: readonly CachedTable[];
  /** The key cache; `undefined` for DEFAULT, and for LOAD. */
  readonly cache: Identifier | undefined;
}

export interface CachedTable {
  readonly kind: 'cached-table';
  readonly start: number;
  readonly end: number;
  readonly table: QualifiedName;
  readonly allPartitions: boolean;
  readonly partitions: readonly Identifier[];
  readonly indexes: readonly Identifier[];
  readonly ignoreLeaves: boolean;
}

export type ProgramStatement =
  | CallProcedure | Do | Handler | LoadData | ImportTable | Prepare | Execute | Deallocate | CacheIndex; // biome-ignore format: a list
