import type { Expression } from './expression.ts';
import type { Account, Identifier, QualifiedName } from './node.ts';
import type { Limit } from './query.ts';

/** SHOW in all its forms: `what` says which, and with it which of the other parts may be there. */
export interface Show {
  readonly kind: 'show';
  readonly start: number;
  readonly end: number;
  /** In capitals: COLUMNS, CREATE TABLE, BINARY LOG STATUS, ENGINE, GRANTS … Old and new spellings are kept. */
  readonly what: string;
  /** EXTENDED, FULL, STORAGE, GLOBAL, SESSION; IF NOT EXISTS of CREATE DATABASE; the types of PROFILE. */
  readonly modifiers: readonly string[];
  /** The object asked for: a table, a routine, an engine. */
  readonly name: QualifiedName | undefined;
  readonly account: Account | undefined;
  /** Of GRANTS … USING. */
  readonly roles: readonly Account[];
  /** FROM schema. */
  readonly schema: Identifier | undefined;
  /** STATUS, MUTEX, LOGS of an engine. */
  readonly aspect: string | undefined;
  /** MariaDB's named connection. */
  readonly connection: Expression | undefined;
  /** IN 'file' and FROM position of the events of a log. */
  readonly file: Expression | undefined;
  readonly position: Expression | undefined;
  readonly channel: Expression | undefined;
  /** FOR QUERY n of PROFILE, FOR id of EXPLAIN and ANALYZE. */
  readonly number: Expression | undefined;
  readonly format: Identifier | undefined;
  readonly like: Expression | undefined;
  readonly where: Expression | undefined;
  readonly limit: Limit | undefined;
}

export type ShowStatement = Show;
