import type { Part } from '../observe/part.ts';

/** One session as the server lists it; every text is the server's own and bounded. */
export interface LiveSession {
  readonly id: number;
  readonly user: string;
  readonly host: string;
  readonly database: string;
  readonly command: string;
  /** In this state; null = not said. */
  readonly seconds: number | null;
  readonly state: string;
  /** At most 1,000 characters. */
  readonly statement: string;
}

export interface LiveTransaction {
  readonly id: string;
  /** null = no session holds it any more: prepared (XA), or the server's own. */
  readonly session: number | null;
  /** `RUNNING`, `LOCK WAIT`, `ROLLING BACK`, `COMMITTING`. */
  readonly state: string;
  readonly seconds: number | null;
  /** Waits for a lock since; null = it does not. */
  readonly waitSeconds: number | null;
  readonly isolation: string;
  readonly tablesLocked: number | null;
  readonly rowsLocked: number | null;
  readonly rowsModified: number | null;
  readonly statement: string;
}

/** One session waits for another. The value of a locked row is never asked for. */
export interface LockWait {
  readonly kind: 'row' | 'table' | 'metadata';
  readonly waiting: number;
  /** null = it cannot be told: no session holds it (a prepared XA transaction), or the server does not say. */
  readonly blocking: number | null;
  readonly schema: string;
  readonly table: string;
  readonly index: string;
  /** `X,REC_NOT_GAP`, `EXCLUSIVE` …, in the server's own words. */
  readonly wants: string;
  readonly held: string;
  readonly seconds: number | null;
}

export interface ServerActivity {
  /** The number of the session we look with. */
  readonly own: number | null;
  readonly sessions: Part<readonly LiveSession[]>;
  readonly transactions: Part<readonly LiveTransaction[]>;
  readonly rowLocks: Part<readonly LockWait[]>;
  readonly metadataLocks: Part<readonly LockWait[]>;
}

/** Where a parameter's running value comes from. */
export interface ParameterOrigin {
  readonly name: string;
  /** In lower case: `compiled`, `global`, `server`, `explicit`, `persisted`, `dynamic`, `command_line`, `config`, `sql` … */
  readonly source: string;
  /** The option file; '' = none. */
  readonly path: string;
  /** Who set it at run time; '' = nobody, or not said. */
  readonly setBy: string;
  /** ISO time; null = not at run time, or not said. */
  readonly setAt: string | null;
  /** MariaDB only; null = not said. */
  readonly compiled: string | null;
}

export interface ServerParameters {
  readonly running: Part<Readonly<Record<string, string>>>;
  readonly origins: Part<readonly ParameterOrigin[]>;
  /** What stands in mysqld-auto.cnf. */
  readonly persisted: Part<Readonly<Record<string, string>>>;
}
