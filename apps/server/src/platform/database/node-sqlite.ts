import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const statementCacheSize = 500;
const busyMilliseconds = 5000;

/** node:sqlite takes a Date as first argument for a bag of named parameters and stores NULL, so all values are converted. */
function bind(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`cannot bind a ${value instanceof Date ? 'Date (store epoch milliseconds)' : typeof value}`);
}

const cacheable = /^\s*(select|insert|update|delete)\b/i;

/** node:sqlite behind the interface of Kysely's SQLite dialect, with a cache of prepared statements. */
export function openNodeSqlite(file: string): SqliteDatabase {
  // From the very first statement on: somebody who reads the file (a backup) may hold it while it is recovered after a crash.
  const db = new DatabaseSync(file, { timeout: busyMilliseconds });
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON']) {
    db.exec(`pragma ${pragma}`);
  }
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => {
      cache.clear();
      db.close();
    },
    prepare: (text) => {
      const known = cache.get(text);
      if (known) return known;
      const statement = adapt(db.prepare(text));
      if (!cacheable.test(text)) {
        // A change of schema may change the columns behind a `select *` that is already prepared.
        if (/^\s*(create|alter|drop)\b/i.test(text)) cache.clear();
        return statement;
      }
      if (cache.size >= statementCacheSize) cache.clear();
      cache.set(text, statement);
      return statement;
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    // node:sqlite's rows have no prototype; plain objects, as the other stores give, compare and print alike.
    all: (parameters) => statement.all(...parameters.map(bind)).map((row) => ({ ...row })),
    run: (parameters) => statement.run(...parameters.map(bind)),
    iterate: (parameters) => statement.iterate(...parameters.map(bind)),
  };
}
