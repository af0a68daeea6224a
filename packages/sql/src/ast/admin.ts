import type { Expression } from './expression.ts';
import type { Account, Identifier, QualifiedName } from './node.ts';
import type { SetVariable } from './set.ts';

export interface Kill {
  readonly kind: 'kill';
  readonly start: number;
  readonly end: number;
  /** MariaDB. */
  readonly force: 'HARD' | 'SOFT' | undefined;
  readonly what: 'CONNECTION' | 'QUERY' | 'QUERY ID' | undefined;
  readonly id: Expression | undefined;
  /** KILL USER, MariaDB. */
  readonly account: Account | undefined;
}

export interface Use {
  readonly kind: 'use';
  readonly start: number;
  readonly end: number;
  readonly schema: Identifier;
}

export interface Help {
  readonly kind: 'help';
  readonly start: number;
  readonly end: number;
  readonly topic: Identifier;
}

/** Commands that are words and nothing else. */
export interface ServerCommand {
  readonly kind: 'server-command';
  readonly start: number;
  readonly end: number;
  /** RESTART, SHUTDOWN, BACKUP STAGE START, BACKUP UNLOCK … */
  readonly what: string;
}

/** BACKUP LOCK t, MariaDB. */
export interface BackupLock {
  readonly kind: 'backup-lock';
  readonly start: number;
  readonly end: number;
  readonly table: QualifiedName;
}

/** INSTALL and UNINSTALL PLUGIN; MariaDB's SONAME names a library alone. */
export interface ChangePlugin {
  readonly kind: 'change-plugin';
  readonly start: number;
  readonly end: number;
  readonly verb: 'INSTALL' | 'UNINSTALL';
  readonly conditional: boolean;
  readonly name: Identifier | undefined;
  readonly library: Expression | undefined;
}

export interface ChangeComponent {
  readonly kind: 'change-component';
  readonly start: number;
  readonly end: number;
  readonly verb: 'INSTALL' | 'UNINSTALL';
  readonly components: readonly Expression[];
  /** SET of INSTALL, MySQL 8.0.33. */
  readonly settings: readonly SetVariable[];
}

/** CLONE, MySQL 8. Without an account it is local. */
export interface Clone {
  readonly kind: 'clone';
  readonly start: number;
  readonly end: number;
  readonly account: Account | undefined;
  readonly port: Expression | undefined;
  readonly password: Expression | undefined;
  readonly directory: Expression | undefined;
  readonly ssl: 'REQUIRE SSL' | 'REQUIRE NO SSL' | undefined;
}

export interface AlterInstance {
  readonly kind: 'alter-instance';
  readonly start: number;
  readonly end: number;
  /** ROTATE INNODB MASTER KEY, RELOAD TLS, ENABLE INNODB REDO_LOG … */
  readonly action: string;
  readonly channel: Identifier | undefined;
  readonly noRollback: boolean;
}

export type AdminStatement =
  | Kill | Use | Help | ServerCommand | BackupLock | ChangePlugin | ChangeComponent | Clone | AlterInstance; // biome-ignore format: a list
