import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CopyOptions, copySqlite, syncPath } from '../platform/database/copy-sqlite.ts';
import { type BackupNote, copyName, hashFile, noteName } from './backup-folder.ts';
import { version } from './version.ts';

export interface BackUpOptions extends CopyOptions {
  /** The embedded store. */
  readonly file: string;
  /** A new folder for this backup; refused where it exists. */
  readonly to: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface MadeBackup {
  readonly folder: string;
  readonly note: BackupNote;
}

/** `<home>/backups/20261122T101500Z-0.1.0`: sorts by time. */
export const defaultBackupFolder = (home: string, now: number): string =>
  join(home, 'backups', `${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${version}`);

/**
 * Copies the embedded store, running or stopped, into a folder of its own with a note of what it is. The folder gets its name
 * last: what has it is whole. An unfinished one is called `….part` and may be deleted.
 */
export async function backUpStore(options: BackUpOptions): Promise<MadeBackup> {
  const to = resolve(options.to);
  const parent = dirname(to);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  if (existsSync(to)) throw new Error(`${to} exists already: a backup never replaces anything, name a new folder`);
  requireRoom(options.file, parent);
  const part = join(parent, `.${basename(to)}.${process.pid}.part`);
  mkdirSync(part, { mode: 0o700 });
  try {
    const copy = join(part, copyName);
    await copySqlite(options.file, copy, options);
    const note: BackupNote = {
      format: 1,
      madeAt: new Date(options.now).toISOString(),
      version,
      file: copyName,
      sizeBytes: statSync(copy).size,
      sha256: await hashFile(copy),
      ...readContents(copy),
    };
    writeFileSync(join(part, noteName), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600, flush: true });
    syncPath(part);
    // The empty folder claims the name without ever replacing a backup; the rename then replaces that empty folder only.
    mkdirSync(to, { mode: 0o700 });
    renameSync(part, to);
    syncPath(parent);
    return { folder: to, note };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

/** Throws where the copy would not fit with a tenth to spare. */
export function requireRoom(file: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = Math.ceil(statSync(file).size * 1.1);
  const free = bavail * bsize;
  if (free < needed) {
    const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
    throw new Error(
      `a copy needs ${megabytes(needed)} and ${folder} has ${megabytes(free)} free: make room, or choose another folder`,
    );
  }
}

function readContents(copy: string): Pick<BackupNote, 'lastMigration' | 'keyIds' | 'openTasks'> {
  const db = new DatabaseSync(copy, { readOnly: true });
  try {
    const column = (query: string): string[] =>
      db
        .prepare(query)
        .all()
        .map((row) => String(row.v));
    return {
      lastMigration: column('select max(id) as v from migration')[0] ?? '',
      keyIds: column('select distinct key_id as v from secret order by v'),
      openTasks: Number(
        column(`select count(*) as v from task where state not in ('done', 'failed', 'cancelled', 'undone')`)[0],
      ),
    };
  } finally {
    db.close();
  }
}
