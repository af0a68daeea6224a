import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { migrations } from '../migrations.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { compareMigrations, type SchemaDifference } from '../platform/database/compare-migrations.ts';
import { lockSqliteStore, type StoreLock } from '../platform/database/store-lock.ts';
import { openKeys } from '../platform/secrets/open-keys.ts';
import { backUpStore, defaultBackupFolder, type MadeBackup } from './back-up-store.ts';
import { rehearseOpening } from './rehearse-opening.ts';
import { restoreStore } from './restore-store.ts';
import { type FoundServer, findRunningServer } from './running-server.ts';

// What `myriad upgrade` and `myriad backup` do on this machine, for the installation the environment names.

/** Where this installation keeps its store; of a MySQL store only what a backup command needs, never its password. */
export type StorePlace =
  | { readonly kind: 'embedded'; readonly home: string; readonly file: string; readonly exists: boolean }
  | { readonly kind: 'mysql'; readonly home: string; readonly dumpCommand: readonly string[] };

export function storePlace(): StorePlace {
  const { home, store } = readConfig();
  if ('file' in store) return { kind: 'embedded', home, file: store.file, exists: existsSync(store.file) };
  const { hostname, port, username, pathname, searchParams } = new URL(store.url);
  const socket = searchParams.get('socket');
  const name = decodeURIComponent(pathname.slice(1));
  const argv = [
    'mysqldump',
    '--single-transaction',
    '--no-tablespaces',
    '--hex-blob',
    ...(socket === null ? ['-h', hostname, '-P', port || '3306'] : ['-S', socket]),
  ];
  return { kind: 'mysql', home, dumpCommand: [...argv, '-u', decodeURIComponent(username), '-p', name] };
}

export const findServer = (): Promise<FoundServer> => findRunningServer(readConfig());

export interface Readiness extends SchemaDifference {
  /** How long the pending migrations took on a copy of the embedded store. */
  readonly rehearsalSeconds?: number;
}

/**
 * Can this version open the store? Only reads; the embedded store's migrations and keys are tried on a copy that is thrown
 * away. Throws where the store or the keys cannot be read, or a migration fails.
 */
export async function checkReadiness(): Promise<Readiness> {
  const config = readConfig();
  const difference = await compareMigrations(config.store, migrations);
  if (difference.unknown.length > 0 || !('file' in config.store)) return difference;
  const known = config.key !== undefined || existsSync(config.keyFile);
  const rehearsalSeconds = await rehearseOpening({
    file: config.store.file,
    folder: join(config.home, 'backups'),
    migrations,
    ...(known ? { keys: (await openKeys(config)).keys } : {}),
  });
  return { ...difference, rehearsalSeconds };
}

/** Copies the embedded store, running or stopped. */
export async function makeBackup(to?: string, onProgress?: (part: number) => void): Promise<MadeBackup> {
  const { home, store } = readConfig();
  if (!('file' in store)) throw new Error('the store is MySQL: it is backed up there');
  if (!existsSync(store.file)) throw new Error(`there is no store yet (${store.file})`);
  const now = systemClock.now();
  return backUpStore({
    file: store.file,
    to: to ?? defaultBackupFolder(home, now),
    now,
    ...(onProgress ? { onProgress: ({ pages, totalPages }) => onProgress(pages / Math.max(totalPages, 1)) } : {}),
  });
}

/** Keeps every server from opening the embedded store until it is released or this process ends. Throws StoreInUseError. */
export function holdStore(): StoreLock | undefined {
  const { store } = readConfig();
  return 'file' in store ? lockSqliteStore(store.file) : undefined;
}

/** Puts a backup where this installation's embedded store belongs; `keysMissing`: ids that the keys here lack. */
export async function restoreBackup(
  from: string,
): Promise<{ readonly madeAt: string; readonly pausedTasks: number; readonly keysMissing: readonly string[] }> {
  const config = readConfig();
  if (!('file' in config.store))
    throw new Error('MYRIAD_STORE names a MySQL store: a backup of an embedded store is not for it');
  const { note, pausedTasks } = await restoreStore({ from, file: config.store.file, migrations, clock: systemClock });
  const known = config.key !== undefined || existsSync(config.keyFile);
  const keys = known ? (await openKeys(config)).keys : undefined;
  return { madeAt: note.madeAt, pausedTasks, keysMissing: note.keyIds.filter((id) => !keys?.find(id)) };
}
