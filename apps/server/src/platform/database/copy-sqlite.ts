import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

export interface CopyOptions {
  /** Bounds the reading, so that a copy of a large store does not slow the server that writes it. Default 100 MB a second. */
  readonly bytesPerSecond?: number;
  readonly onProgress?: (done: { readonly pages: number; readonly totalPages: number }) => void;
}

const pagesAtOnce = 256;
const defaultRate = 100 * 1024 * 1024;

/**
 * Copies an SQLite store as it is at one moment, whether or not a server writes it meanwhile, and checks the copy. `to` must
 * not exist; mode 0600, on the disk when this returns. For programs of their own: it blocks while it holds the rate.
 */
export async function copySqlite(from: string, to: string, options: CopyOptions = {}): Promise<void> {
  closeSync(openSync(to, 'wx', 0o600));
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  try {
    // A read transaction over the whole copy: without it each write of the server begins the copy anew, for ever.
    source.exec('begin');
    const { page_size: pageBytes } = source.prepare('pragma page_size').get() ?? {};
    source.prepare('select count(*) from sqlite_schema').get();
    const pause = pacer(options.bytesPerSecond ?? defaultRate, pagesAtOnce * Number(pageBytes));
    await backup(source, to, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        options.onProgress?.({ pages: totalPages - remainingPages, totalPages });
        pause();
      },
    });
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
  closeLog(to);
  checkSqlite(to);
  syncPath(to);
}

/** One file without a write-ahead log beside it: nothing of the copy can be left behind when it is moved. */
function closeLog(file: string): void {
  const copy = new DatabaseSync(file);
  copy.exec('pragma journal_mode=delete');
  copy.close();
}

/** Throws unless every page and index of the file is whole. */
export function checkSqlite(file: string): void {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const answer = Object.values(copy.prepare('pragma integrity_check(1)').get() ?? {})[0];
    if (answer !== 'ok') throw new Error(`the copy ${file} is damaged: ${answer}`);
  } finally {
    copy.close();
  }
}

/** Onto the disk: a file, or a folder's list of names. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function pacer(bytesPerSecond: number, bytesAtOnce: number): () => void {
  const began = performance.now();
  let bytes = 0;
  return () => {
    bytes += bytesAtOnce;
    const early = (bytes / bytesPerSecond) * 1000 - (performance.now() - began);
    if (early > 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, early);
  };
}
