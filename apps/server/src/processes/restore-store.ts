import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pauseOpenTasks } from '../capabilities/tasks/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { checkSqlite, syncPath } from '../platform/database/copy-sqlite.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import type { Migration } from '../platform/database/migration.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { lockSqliteStore } from '../platform/database/store-lock.ts';
import { type BackupNote, readBackup } from './backup-folder.ts';

export interface RestoreOptions {
  readonly from: string;
  /** Where the embedded store belongs; refused where there is one. */
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
}

const restored = (note: BackupNote) => ({
  code: 'STORE_RESTORED',
  words: {
    en: `The store was restored from the backup of ${note.madeAt}. What really runs may be ahead of it: look, then retry, undo or abort.`,
    zh: `存储由 ${note.madeAt} 的备份恢复而来，实际环境可能比它更新：请先核实，再选择重试、撤销或中止。`,
  },
  retryable: false,
});

/**
 * Puts a backup in place of a store that is not there: checked, brought up to this version, its open tasks paused. Whole or
 * not at all; an existing store is never replaced.
 */
export async function restoreStore(options: RestoreOptions): Promise<{ note: BackupNote; pausedTasks: number }> {
  const { file, clock } = options;
  const { note, file: copy } = await readBackup(options.from);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockSqliteStore(file);
  const staged = `${file}.restoring`;
  const removeStaged = () => {
    for (const end of ['', '-wal', '-shm', '.lock', '.holder']) rmSync(`${staged}${end}`, { force: true });
  };
  try {
    requireNoStore(file);
    removeStaged();
    copyFileSync(copy, staged, constants.COPYFILE_EXCL);
    const store = await openDatabase({ store: { file: staged }, migrations: options.migrations, now: clock.now });
    let pausedTasks: number;
    try {
      pausedTasks = await inTransaction(store.db, (tx) => pauseOpenTasks(tx, clock, restored(note)));
    } finally {
      await store.close();
    }
    checkSqlite(staged);
    syncPath(staged);
    // A link, unlike a rename, never replaces what is there.
    linkSync(staged, file);
    syncPath(dirname(file));
    return { note, pausedTasks };
  } finally {
    removeStaged();
    await lock.release();
  }
}

/** A write-ahead log without its store would be played into the restored one. */
function requireNoStore(file: string): void {
  for (const there of [file, `${file}-wal`]) {
    if (existsSync(there))
      throw new Error(`there is a store already (${there}): move it aside first, with its -wal and -shm; keep it`);
  }
}
