import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Migration, StoreKind } from './migration.ts';
import { type OpenStore, openDatabase } from './open-database.ts';
import { freshDatabase } from './test-servers.ts';

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
  body: (store: OpenStore) => Promise<void>,
  options: ForEachStoreOptions,
): void {
  for (const kind of ['sqlite', 'mysql', 'mariadb'] as const) {
    test(`${name} [${kind}]`, async (context) => {
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
  body: (store: OpenStore) => Promise<void>,
  { migrations, now }: ForEachStoreOptions,
): Promise<void> {
  const opened = await openDatabase({ store, migrations, ...(now ? { now } : {}) });
  try {
    if (opened.kind !== kind) throw new Error(`meant ${kind}, opened ${opened.kind}`);
    await body(opened);
  } finally {
    await opened.close();
  }
}

/** A place for one SQLite store; gone after `remove`. */
export async function freshFile(): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-store-'));
  return { store: { file: join(folder, 'myriad.db') }, remove: () => rm(folder, { recursive: true, force: true }) };
}
