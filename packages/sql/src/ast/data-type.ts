import type { Expression } from './expression.ts';

/**
 * A type as a column, a variable, a parameter or CAST names it. `name` in capitals, several words with one space
 * (`DOUBLE PRECISION`, `NATIONAL VARCHAR`, `SIGNED INTEGER`).
 */
export interface DataType {
  readonly kind: 'data-type';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Length, precision and scale as written: VARCHAR(20), DECIMAL(10,2). */
  readonly sizes: readonly Expression[];
  /** Of ENUM and SET. */
  readonly values: readonly Expression[];
  readonly unsigned: boolean;
  readonly zerofill: boolean;
  readonly charset: string | undefined;
  readonly collation: string | undefined;
  /** Words that follow and say nothing above: SIGNED, BINARY, ASCII, UNICODE, BYTE, COMPRESSED, INVISIBLE …; in capitals. */
  readonly modifiers: readonly string[];
  /** What `ROW (a INT)`, `TYPE OF t.c` and `t.c%TYPE` of MariaDB name. */
  readonly fields: readonly RowField[];
  readonly typeOf: string | undefined;
  /** Of `mariadb_schema.DATE`, MariaDB: whose meaning of the name it is. */
  readonly schema: string | undefined;
}

export interface RowField {
  readonly kind: 'row-field';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly type: DataType;
}
