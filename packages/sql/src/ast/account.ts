import type { Expression } from './expression.ts';
import type { Account, Identifier, Option } from './node.ts';
import type { RoleChoice } from './set.ts';

/** GRANT of privileges on an object. */
export interface Grant {
  readonly kind: 'grant';
  readonly start: number;
  readonly end: number;
  readonly privileges: readonly Privilege[];
  readonly object: GrantObject;
  readonly to: readonly UserAuth[];
  readonly require: Require | undefined;
  /** WITH GRANT OPTION. */
  readonly grantOption: boolean;
  /** WITH MAX_…, MariaDB and MySQL 5.7. */
  readonly resources: readonly Option<Expression>[];
  /** AS account [WITH ROLE …], MySQL 8.0.16. */
  readonly as: Account | undefined;
  readonly withRole: RoleChoice | undefined;
}

/** GRANT of roles, or of an account as a proxy. */
export interface GrantRole {
  readonly kind: 'grant-role';
  readonly start: number;
  readonly end: number;
  readonly roles: readonly Account[];
  readonly to: readonly UserAuth[];
  readonly adminOption: boolean;
}

export interface GrantProxy {
  readonly kind: 'grant-proxy';
  readonly start: number;
  readonly end: number;
  readonly on: Account;
  readonly to: readonly UserAuth[];
  readonly grantOption: boolean;
}

/** REVOKE of privileges; without an object it is REVOKE ALL PRIVILEGES, GRANT OPTION. */
export interface Revoke {
  readonly kind: 'revoke';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly privileges: readonly Privilege[];
  readonly object: GrantObject | undefined;
  readonly from: readonly Account[];
  readonly ignoreUnknownUser: boolean;
}

export interface RevokeRole {
  readonly kind: 'revoke-role';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  /** REVOKE ADMIN OPTION FOR, MariaDB. */
  readonly adminOptionOnly: boolean;
  readonly roles: readonly Account[];
  readonly from: readonly Account[];
  readonly ignoreUnknownUser: boolean;
}

export interface RevokeProxy {
  readonly kind: 'revoke-proxy';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly on: Account;
  readonly from: readonly Account[];
  readonly ignoreUnknownUser: boolean;
}

/** `name` in capitals: SELECT, CREATE TEMPORARY TABLES, ALL PRIVILEGES, BINLOG_ADMIN. */
export interface Privilege {
  readonly kind: 'privilege';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly columns: readonly Identifier[];
}

/** `*.*`, `*`, `schema.*`, `name`, `schema.name`: a part left out or written as * is `undefined`. */
export interface GrantObject {
  readonly kind: 'grant-object';
  readonly start: number;
  readonly end: number;
  /** TABLE, FUNCTION, PROCEDURE, LIBRARY, PACKAGE, PACKAGE BODY. */
  readonly type: string | undefined;
  readonly scope: 'GLOBAL' | 'CURRENT SCHEMA' | 'SCHEMA' | 'OBJECT';
  readonly schema: Identifier | undefined;
  readonly name: Identifier | undefined;
}

/** An account with what it proves itself with. */
export interface UserAuth {
  readonly kind: 'user-auth';
  readonly start: number;
  readonly end: number;
  readonly account: Account;
  /** MySQL: all of them (AND); MariaDB: one of them (OR). */
  readonly factors: readonly AuthFactor[];
  /** INITIAL AUTHENTICATION. */
  readonly initial: AuthFactor | undefined;
  /** REPLACE 'old'. */
  readonly current: Expression | undefined;
  readonly retainCurrent: boolean;
  readonly discardOld: boolean;
  readonly registration: Registration | undefined;
}

/** One way to authenticate; of ALTER USER with what is done to it. */
export interface AuthFactor {
  readonly kind: 'auth-factor';
  readonly start: number;
  readonly end: number;
  readonly action: 'ADD' | 'MODIFY' | 'DROP' | undefined;
  /** 2 or 3, with an action. */
  readonly number: Expression | undefined;
  readonly plugin: Identifier | undefined;
  /** BY and PASSWORD carry a password, AS a hash, BY PASSWORD a hash of old; `undefined` without a secret. */
  readonly form: 'BY' | 'AS' | 'BY PASSWORD' | 'PASSWORD' | 'RANDOM PASSWORD' | undefined;
  readonly secret: Expression | undefined;
}

/** n FACTOR INITIATE REGISTRATION and what follows it, MySQL 8.0.27. */
export interface Registration {
  readonly kind: 'registration';
  readonly start: number;
  readonly end: number;
  readonly number: Expression;
  readonly step: 'INITIATE REGISTRATION' | 'FINISH REGISTRATION' | 'UNREGISTER';
  readonly response: Expression | undefined;
}

/** REQUIRE NONE, SSL, X509, or a list of SUBJECT, ISSUER, CIPHER. */
export interface Require {
  readonly kind: 'require';
  readonly start: number;
  readonly end: number;
  readonly what: 'NONE' | 'SSL' | 'X509' | 'LIST';
  readonly items: readonly Option<Expression>[];
}

/** ACCOUNT LOCK, PASSWORD EXPIRE INTERVAL 5 DAY, FAILED_LOGIN_ATTEMPTS 3 … `name` without value and DAY. */
export interface AccountOption {
  readonly kind: 'account-option';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: Expression | undefined;
}

/** CREATE USER and ALTER USER. */
export interface DefineUser {
  readonly kind: 'define-user';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER';
  readonly orReplace: boolean;
  /** IF NOT EXISTS of CREATE, IF EXISTS of ALTER. */
  readonly conditional: boolean;
  readonly users: readonly UserAuth[];
  readonly defaultRole: RoleChoice | undefined;
  readonly require: Require | undefined;
  readonly resources: readonly Option<Expression>[];
  readonly options: readonly AccountOption[];
}

export interface CreateRole {
  readonly kind: 'create-role';
  readonly start: number;
  readonly end: number;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly roles: readonly Account[];
  /** WITH ADMIN, MariaDB. */
  readonly admin: Account | undefined;
}

/** DROP USER and DROP ROLE. */
export interface DropUser {
  readonly kind: 'drop-user';
  readonly start: number;
  readonly end: number;
  readonly what: 'USER' | 'ROLE';
  readonly ifExists: boolean;
  readonly accounts: readonly Account[];
}

export interface RenameUser {
  readonly kind: 'rename-user';
  readonly start: number;
  readonly end: number;
  readonly renames: readonly AccountRename[];
}

export interface AccountRename {
  readonly kind: 'account-rename';
  readonly start: number;
  readonly end: number;
  readonly from: Account;
  readonly to: Account;
}

export type AccountStatement =
  | Grant | GrantRole | GrantProxy | Revoke | RevokeRole | RevokeProxy | DefineUser | CreateRole | DropUser
  | RenameUser; // biome-ignore format: a list

export type AccountPart =
  | Privilege | GrantObject | UserAuth | AuthFactor | Registration | Require | AccountOption
  | AccountRename; // biome-ignore format: a list
