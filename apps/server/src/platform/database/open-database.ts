import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { systemClock } from '../clock/clock.ts';
import { migrate } from './migrate.ts';
import type { Migration, StoreKind } from './migration.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { openMysql } from './open-mysql.ts';
import type { Database, Db } from './schema.ts';
import { lockSqliteStore, type StoreLock } from './store-lock.ts';
import { rememberStore } from './store-of.ts';
import { guardDialect } from './transaction-guard.ts';

export interface OpenStore {
  readonly db: Db;
  readonly kind: StoreKind;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** Either an SQLite file, or `mysql://user:password@host:port/database` (MySQL 8.0.22+, MariaDB 10.6+). */
  readonly store: { readonly file: string } | { readonly url: string };
  /** Of all slices; run in order of id. */
  readonly migrations: readonly Migration[];
  readonly now?: () => number;
  /** MySQL only: told once when another server has taken the store. Nothing is written any more; the process must end. */
  readonly onLockLost?: (error: Error) => void;
}

/** Takes the store's lock (refusal: `StoreInUseError`), brings the tables up to date, and hands the database out. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenStore> {
  const guard = {};
  const opened =
    'file' in options.store
      ? openSqlite(options.store.file, guard)
      : await openMysql(options.store.url, guard, options.onLockLost);
  const { db, kind, lock } = opened;
  rememberStore(db, kind, guard);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= db.destroy().then(() => lock.release());
    return closing;
  };
  try {
    await migrate(db as Kysely<unknown>, kind, options.migrations, options.now ?? systemClock.now);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, kind, close };
}

function openSqlite(file: string, guard: object): { db: Db; kind: StoreKind; lock: StoreLock } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockSqliteStore(file);
  const dialect = guardDialect(new SqliteDialect({ database: openNodeSqlite(file) }), guard, { oneConnection: true });
  return { db: new Kysely<Database>({ dialect }), kind: 'sqlite', lock };
}
