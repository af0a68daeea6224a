import type { Kysely } from 'kysely';
import { columnsFor, type Migration, type StoreKind } from './migration.ts';

interface MigrationTables {
  migration: { id: string; applied_at: number };
}

/**
 * Runs what has not run yet, in order of id, and records each after its success: after a crash between the two it runs again,
 * which every migration bears. The caller holds the store's lock, so nobody else migrates.
 */
export async function migrate(
  db: Kysely<unknown>,
  kind: StoreKind,
  migrations: readonly Migration[],
  now: () => number,
): Promise<readonly string[]> {
  const columns = columnsFor(db, kind);
  await columns
    .table('migration')
    .addColumn('id', columns.str(190), (column) => column.primaryKey())
    .addColumn('applied_at', columns.int(), (column) => column.notNull())
    .execute();
  const book = db as Kysely<MigrationTables>;
  const applied = new Set((await book.selectFrom('migration').select('id').execute()).map((row) => row.id));
  const ordered = inOrder(migrations);
  refuseUnknown(applied, ordered);
  const ran: string[] = [];
  for (const migration of ordered) {
    if (applied.has(migration.id)) continue;
    await migration.up(db, columns);
    await book.insertInto('migration').values({ id: migration.id, applied_at: now() }).execute();
    ran.push(migration.id);
  }
  return ran;
}

function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  const ordered = migrations.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [position, migration] of ordered.entries()) {
    if (ordered[position + 1]?.id === migration.id) throw new Error(`two migrations are called ${migration.id}`);
  }
  return ordered;
}

function refuseUnknown(applied: ReadonlySet<string>, known: readonly Migration[]): void {
  const ids = new Set(known.map((migration) => migration.id));
  const unknown = [...applied].filter((id) => !ids.has(id));
  if (unknown.length > 0) {
    throw new Error(
      `the store was made by a newer or other Myriad: this one does not know its migrations ${unknown.join(', ')}. Start the newer version, or restore the store's backup.`,
    );
  }
}
