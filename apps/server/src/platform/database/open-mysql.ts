import { readFileSync } from 'node:fs';
import { CompiledQuery, Kysely, MysqlDialect } from 'kysely';
import { createPool, type PoolOptions } from 'mysql2';
import type { StoreKind } from './migration.ts';
import { lockMysqlStore } from './mysql-lock.ts';
import type { Database, Db } from './schema.ts';
import type { StoreLock } from './store-lock.ts';
import { guardDialect } from './transaction-guard.ts';

/**
 * READ COMMITTED: our transactions lock the rows they decide on (`for update`) and then read what is there now. Repeatable read
 * would show them the past and add gap locks, hence deadlocks, and SQLite gives the same view as this.
 */
const sessionSettings = [
  `set session time_zone = '+00:00'`,
  'set session transaction isolation level read committed',
  `set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  'set session innodb_lock_wait_timeout = 15',
];

export async function openMysql(
  url: string,
  guard: object,
  onLockLost: ((error: Error) => void) | undefined,
): Promise<{ db: Db; kind: StoreKind; lock: StoreLock }> {
  const connection = parseStoreUrl(url);
  const { lock, kind, confirm } = await lockMysqlStore(connection, onLockLost);
  const pool = createPool({ ...connection, connectionLimit: 10, maxIdle: 4, enableKeepAlive: true });
  const dialect = new MysqlDialect({
    pool,
    onCreateConnection: async (fresh) => {
      for (const statement of sessionSettings) await fresh.executeQuery(CompiledQuery.raw(statement));
    },
  });
  return { db: new Kysely<Database>({ dialect: guardDialect(dialect, guard, { afterBegin: confirm }) }), kind, lock };
}

/**
 * `mysql://user:password@host:port/database`, with `?tls=yes` (the server's certificate and name are checked; `ca=<file>` for
 * an authority of your own) or `?socket=<path>`.
 */
export function parseStoreUrl(text: string): PoolOptions {
  const url = new URL(text);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (url.protocol !== 'mysql:' || database === '') {
    throw new Error('the store must be mysql://user:password@host:port/database');
  }
  const socketPath = url.searchParams.get('socket');
  const ca = url.searchParams.get('ca');
  const tls = url.searchParams.get('tls') === 'yes' || ca !== null;
  return {
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
    ...(tls ? { ssl: { verifyIdentity: true, ...(ca === null ? {} : { ca: readFileSync(ca, 'utf8') }) } } : {}),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    connectTimeout: 10_000,
  };
}
