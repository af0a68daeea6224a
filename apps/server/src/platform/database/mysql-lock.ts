import { createHash } from 'node:crypto';
import { type Connection, type ConnectionOptions, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { StoreKind } from './migration.ts';
import { StoreInUseError, type StoreLock } from './store-lock.ts';

const pingEveryMilliseconds = 10_000;

/**
 * Holds a named lock of the server (GET_LOCK) on a connection of its own: the server frees it when that connection ends, so a
 * dead holder leaves nothing behind. Also looks which flavour answers, and refuses versions that are too old.
 */
export async function lockMysqlStore(
  options: ConnectionOptions,
  onLost: ((error: Error) => void) | undefined,
): Promise<{ lock: StoreLock; kind: StoreKind }> {
  const { kind, connection: first } = await take(options);
  let connection = first;
  let released = false;
  let looking = false;
  async function look(): Promise<void> {
    if (released || looking) return;
    looking = true;
    try {
      await connection.query('select 1');
    } catch {
      connection.destroy();
      await takeAgain();
    } finally {
      looking = false;
    }
  }
  async function takeAgain(): Promise<void> {
    try {
      const taken = await take(options);
      if (released) taken.connection.destroy();
      else connection = taken.connection;
    } catch (error) {
      // A store that is away takes no writes from anybody; the next look tries again. Only another holder is the end.
      if (error instanceof StoreInUseError && !released) onLost?.(error);
    }
  }
  const timer = setInterval(() => void look(), pingEveryMilliseconds);
  timer.unref();
  return {
    kind,
    lock: {
      release: async () => {
        released = true;
        clearInterval(timer);
        await connection.end().catch(() => connection.destroy());
      },
    },
  };
}

async function take(options: ConnectionOptions): Promise<{ connection: Connection; kind: StoreKind }> {
  const connection = await createConnection({
    ...options,
    connectAttributes: { program_name: 'myriad', myriad_pid: String(process.pid) },
  }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ER_BAD_DB_ERROR')) throw error;
    throw new Error(
      `the store has no database ${options.database}. Make it: create database ${options.database} character set utf8mb4`,
    );
  });
  try {
    const kind = await readKind(connection);
    await connection.query('set session wait_timeout = 3600');
    // Lock names end at 64 characters and are server-wide.
    const name = `myriad:${createHash('sha256').update(String(options.database)).digest('hex').slice(0, 32)}`;
    const [[row]] = await connection.query<RowDataPacket[]>('select get_lock(?, 0) as taken', [name]);
    if (Number(row?.taken) !== 1)
      throw new StoreInUseError(String(options.database), await readHolder(connection, name));
    return { connection, kind };
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

async function readKind(connection: Connection): Promise<StoreKind> {
  const [[row]] = await connection.query<RowDataPacket[]>('select version() as version');
  const version = String(row?.version);
  const kind: StoreKind = /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  const oldest = kind === 'mariadb' ? [10, 6, 0] : [8, 0, 22];
  if (isOlder(version.split(/[^0-9]+/).map(Number), oldest)) {
    throw new Error(`the store runs ${version}; it must be MySQL 8.0.22 or newer, or MariaDB 10.6 or newer`);
  }
  return kind;
}

function isOlder(version: readonly number[], oldest: readonly number[]): boolean {
  for (const [place, part] of oldest.entries()) {
    const have = version[place] ?? 0;
    if (have !== part) return have < part;
  }
  return false;
}

async function readHolder(connection: Connection, name: string): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    `select p.id as id, p.user as user, p.host as host from information_schema.processlist p where p.id = is_used_lock(?)`,
    [name],
  );
  return row ? `connection ${row.id} of ${row.user} from ${row.host}` : 'another server';
}
