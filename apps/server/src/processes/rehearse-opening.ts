import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySqlite } from '../platform/database/copy-sqlite.ts';
import type { Migration } from '../platform/database/migration.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { beganAt, isRunning } from '../platform/engine/restate/running-process.ts';
import { requireKeysOf } from '../platform/secrets/create-secrets.ts';
import type { KeyRing } from '../platform/secrets/key-ring.ts';
import { requireRoom } from './back-up-store.ts';

export interface RehearsalOptions {
  /** The embedded store, running or stopped; only read. */
  readonly file: string;
  /** Where the throw-away copy lies. */
  readonly folder: string;
  readonly migrations: readonly Migration[];
  /** Checked against what the store was sealed with, where they are known. */
  readonly keys?: KeyRing;
}

const prefix = '.rehearsal-';

/**
 * Opens a copy of the store with this version: runs every pending migration and looks whether the keys fit, so that a version
 * that cannot start is found while the old one still runs. Throws with the reason. Returns seconds the migrations took.
 */
export async function rehearseOpening({ file, folder, migrations, keys }: RehearsalOptions): Promise<number> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeLeftOvers(folder);
  requireRoom(file, folder);
  const scratch = join(folder, `${prefix}${process.pid}-${beganAt(process.pid)?.replaceAll(/\W/g, '') ?? ''}`);
  mkdirSync(scratch, { mode: 0o700 });
  try {
    const copy = join(scratch, 'myriad.db');
    await copySqlite(file, copy);
    const began = performance.now();
    const store = await openDatabase({ store: { file: copy }, migrations });
    try {
      if (keys) await requireKeysOf(store.db, keys);
    } finally {
      await store.close();
    }
    return (performance.now() - began) / 1000;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Of rehearsals that were killed. */
function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid, began] = /^\.rehearsal-(\d+)-(\w*)$/.exec(name) ?? [];
    if (pid === undefined || isRunning({ pid: Number(pid), began: began ?? '' })) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
