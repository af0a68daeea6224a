import type { Expression } from './expression.ts';
import type { Account, Identifier, Phrase } from './node.ts';
import type { KnownStatement } from './statement.ts';

/** SET of variables, names and character sets: any number of them. */
export interface SetVariables {
  readonly kind: 'set-variables';
  readonly start: number;
  readonly end: number;
  readonly assignments: readonly SetItem[];
}

export type SetItem = SetVariable | SetNames | SetCharset;

/** `[scope] target = value`. */
export interface SetVariable {
  readonly kind: 'set-variable';
  readonly start: number;
  readonly end: number;
  /** Word before the name; LOCAL is SESSION. Of `@@global.x` the scope is in the target. */
  readonly scope: 'GLOBAL' | 'SESSION' | 'PERSIST' | 'PERSIST_ONLY' | undefined;
  /** @user, @@system, or a name: a system variable, a variable of the routine, or NEW.column of a trigger. */
  readonly target: Expression;
  /** ON, ALL, BINARY, ROW and SYSTEM are phrases: they are no expressions. */
  readonly value: Expression | Phrase;
}

/** SET NAMES; without a charset it is DEFAULT. */
export interface SetNames {
  readonly kind: 'set-names';
  readonly start: number;
  readonly end: number;
  readonly charset: Identifier | undefined;
  readonly collation: Identifier | undefined;
}

/** SET CHARACTER SET; without a charset it is DEFAULT. */
export interface SetCharset {
  readonly kind: 'set-charset';
  readonly start: number;
  readonly end: number;
  readonly charset: Identifier | undefined;
}

export interface SetTransaction {
  readonly kind: 'set-transaction';
  readonly start: number;
  readonly end: number;
  readonly scope: SetVariable['scope'];
  /** ISOLATION LEVEL …, READ ONLY, READ WRITE: one or two, in the order of the text. */
  readonly characteristics: readonly string[];
}

export interface SetPassword {
  readonly kind: 'set-password';
  readonly start: number;
  readonly end: number;
  readonly account: Account | undefined;
  /** `undefined` for TO RANDOM. */
  readonly password: Expression | undefined;
  /** PASSWORD or OLD_PASSWORD around it: MariaDB and MySQL 5.7. */
  readonly hash: string | undefined;
  readonly current: Expression | undefined;
  readonly retain: boolean;
}

export interface SetRole {
  readonly kind: 'set-role';
  readonly start: number;
  readonly end: number;
  readonly which: RoleChoice;
}

/** NONE, DEFAULT, ALL [EXCEPT roles], or the roles. */
export interface RoleChoice {
  readonly kind: 'role-choice';
  readonly start: number;
  readonly end: number;
  readonly which: 'NONE' | 'DEFAULT' | 'ALL' | 'ALL EXCEPT' | 'ROLES';
  readonly roles: readonly Account[];
}

/** SET DEFAULT ROLE … TO accounts; MariaDB: FOR account. */
export interface SetDefaultRole {
  readonly kind: 'set-default-role';
  readonly start: number;
  readonly end: number;
  readonly which: RoleChoice;
  readonly accounts: readonly Account[];
}

export interface SetResourceGroup {
  readonly kind: 'set-resource-group';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly threads: readonly Expression[];
}

/** SET STATEMENT a = 1, b = 2 FOR statement, MariaDB. */
export interface SetStatement {
  readonly kind: 'set-statement';
  readonly start: number;
  readonly end: number;
  readonly assignments: readonly SetVariable[];
  readonly statement: KnownStatement;
}

export type SetFamilyStatement =
  | SetVariables
  | SetTransaction
  | SetPassword
  | SetRole
  | SetDefaultRole
  | SetResourceGroup
  | SetStatement;
