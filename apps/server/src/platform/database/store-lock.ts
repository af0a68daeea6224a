import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export interface StoreLock {
  release(): Promise<void>;
}

/** Somebody else holds the store. `holder` names them as far as known. */
export class StoreInUseError extends Error {
  readonly holder: string;
  constructor(store: string, holder: string) {
    super(
      `the store ${store} is in use by ${holder}. Only one server opens a store: stop that one first, or set MYRIAD_HOME or MYRIAD_STORE to another.`,
    );
    this.name = 'StoreInUseError';
    this.holder = holder;
  }
}

/**
 * Holds `<file>.lock` for this process: a lock of the operating system, taken through SQLite, so that it ends with the
 * process however it dies and a stale one cannot exist. `<file>.holder` beside it names the holder for people.
 */
export function lockSqliteStore(file: string): StoreLock {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('pragma busy_timeout=0');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked/.test(error.message)) throw new StoreInUseError(file, readHolder(file));
    throw error;
  }
  writeFileSync(`${file}.holder`, JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) }), {
    mode: 0o600,
  });
  return {
    release: async () => {
      writeFileSync(`${file}.holder`, '');
      lock.close();
    },
  };
}

function readHolder(file: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(`${file}.holder`, 'utf8'));
    if (holder !== null && typeof holder === 'object' && 'pid' in holder && 'startTime' in holder) {
      return `process ${holder.pid} (start time ${holder.startTime})`;
    }
  } catch {
    // Being written this moment, or gone: the lock itself has already spoken.
  }
  return 'another process';
}

/** Clock ticks from boot to the start of a process, field 22 of /proc/PID/stat (proc_pid_stat(5)); tells a reused pid. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
