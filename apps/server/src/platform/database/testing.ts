import { deepEqual } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Kysely } from 'kysely';
import { columnsFor, type Migration, type StoreKind } from './migration.ts';
import { type OpenStore, openDatabase } from './open-database.ts';
import { freshDatabase, stopServers } from './test-servers.ts';

// At import, hence for the whole file: one server of each flavour serves all its tests.
after(stopServers);

/** With the start of a server on a busy machine; a test that waits for itself ends here. */
const limitMilliseconds = 120_000;

/** An open store, and where it lives: a test may close it and open it again, as a restart would. */
export interface TestStore extends OpenStore {
  readonly place: TestPlace['store'];
}

export interface ForEachStoreOptions {
  readonly migrations: readonly Migration[];
  readonly now?: () => number;
}

/**
 * One test, three stores: runs the body on SQLite, MySQL and MariaDB, each time on a fresh database with these migrations.
 * Where a server tree is missing the test is skipped by name; with CI=true it fails.
 */
export function forEachStore(
  name: string,
  body: (store: TestStore) => Promise<void>,
  options: ForEachStoreOptions,
): void {
  for (const kind of ['sqlite', 'mysql', 'mariadb'] as const) {
    test(`${name} [${kind}]`, { timeout: limitMilliseconds }, async (context) => {
      const place = kind === 'sqlite' ? await freshFile() : await freshDatabase(kind);
      if ('missing' in place) {
        context.skip(place.missing);
        return;
      }
      try {
        await withStore(place.store, kind, body, options);
      } finally {
        await place.remove();
      }
    });
  }
}

/** Where one test keeps its store. */
export interface TestPlace {
  readonly store: { readonly file: string } | { readonly url: string };
  remove(): Promise<void>;
}

async function withStore(
  store: TestPlace['store'],
  kind: StoreKind,
  body: (store: TestStore) => Promise<void>,
  { migrations, now }: ForEachStoreOptions,
): Promise<void> {
  const opened = await openDatabase({ store, migrations, ...(now ? { now } : {}) });
  try {
    if (opened.kind !== kind) throw new Error(`meant ${kind}, opened ${opened.kind}`);
    await body({ ...opened, place: store });
  } finally {
    await opened.close();
  }
}

/** A place for one SQLite store; gone after `remove`. */
export async function freshFile(): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-store-'));
  return { store: { file: join(folder, 'myriad.db') }, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * For each slice's migrations: a crash between a change of the tables and its record makes it run again, so every `up` runs
 * twice here, and the tables must come out the same. Give those of earlier slices as `before`.
 */
export function testMigrations(
  name: string,
  migrations: readonly Migration[],
  before: readonly Migration[] = [],
): void {
  forEachStore(
    `${name}: every migration bears a crash before its record`,
    async ({ db, kind }) => {
      const open = db as Kysely<unknown>;
      for (const migration of migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        await migration.up(open, columnsFor(open, kind));
        const once = await open.introspection.getTables();
        await migration.up(open, columnsFor(open, kind));
        deepEqual(await open.introspection.getTables(), once, migration.id);
      }
    },
    { migrations: before },
  );
}
