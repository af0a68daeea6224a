import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';
import type { Migration } from './migration.ts';
import { parseStoreUrl } from './open-mysql.ts';

export interface SchemaDifference {
  /** This version would run them. */
  readonly pending: readonly string[];
  /** This version does not know them: the store was made by a newer one, which alone can open it. */
  readonly unknown: readonly string[];
}

/** What opening this store would change, without opening it: takes no lock and writes nothing. */
export async function compareMigrations(
  store: { readonly file: string } | { readonly url: string },
  migrations: readonly Migration[],
): Promise<SchemaDifference> {
  const applied = new Set('file' in store ? appliedInSqlite(store.file) : await appliedInMysql(store.url));
  const known = new Set(migrations.map((migration) => migration.id));
  return {
    pending: [...known].filter((id) => !applied.has(id)).sort(),
    unknown: [...applied].filter((id) => !known.has(id)).sort(),
  };
}

const book = 'select id from migration';

function appliedInSqlite(file: string): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    if (!db.prepare(`select 1 from sqlite_schema where name = 'migration'`).get()) return [];
    return db
      .prepare(book)
      .all()
      .map((row) => String(row.id));
  } finally {
    db.close();
  }
}

async function appliedInMysql(url: string): Promise<readonly string[]> {
  const connection = await createConnection(parseStoreUrl(url));
  try {
    const [tables] = await connection.query(`show tables like 'migration'`);
    if (Array.isArray(tables) && tables.length === 0) return [];
    const [rows] = await connection.query(book);
    return (rows as { readonly id: string }[]).map((row) => row.id);
  } finally {
    await connection.end();
  }
}
