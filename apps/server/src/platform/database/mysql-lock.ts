import { createHash } from 'node:crypto';
import type { DatabaseConnection } from 'kysely';
import { type Connection, type ConnectionOptions, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { StoreKind } from './migration.ts';
import { StoreInUseError, type StoreLock } from './store-lock.ts';
import { holdsEpoch, raiseEpoch, readEpoch } from './writer-epoch.ts';

const pingEveryMilliseconds = 10_000;

export interface MysqlLock {
  readonly lock: StoreLock;
  readonly kind: StoreKind;
  /** First thing in every transaction. @throws StoreInUseError once another server has taken the store; from then on always */
  readonly confirm: (connection: DatabaseConnection) => Promise<void>;
}

/**
 * Holds a named lock of the server (GET_LOCK) on a connection of its own: the server frees it when that connection ends, so a
 * dead holder leaves nothing behind. A live one whose connection was cut hears of it only at its next look; until then
 * `confirm` keeps it from writing beside another. Also looks which flavour answers, and refuses versions that are too old.
 */
export async function lockMysqlStore(
  options: ConnectionOptions,
  onLost: ((error: Error) => void) | undefined,
): Promise<MysqlLock> {
  const { kind, connection: first } = await take(options);
  const epoch = await raiseEpoch(first).catch(destroying(first));
  let connection = first;
  let released = false;
  let looking = false;
  let lost: StoreInUseError | undefined;
  function lose(error: StoreInUseError): StoreInUseError {
    if (lost) return lost;
    lost = error;
    clearInterval(timer);
    onLost?.(error);
    return error;
  }
  const takenOver = () => new StoreInUseError(String(options.database), 'another server, which took it over');
  async function look(): Promise<void> {
    if (released || looking || lost) return;
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
      // Free again does not mean that nobody had it: what we know of the store may be old then.
      const isOurs = (await readEpoch(taken.connection).catch(destroying(taken.connection))) === epoch;
      if (released || !isOurs) taken.connection.destroy();
      else connection = taken.connection;
      if (!released && !isOurs) lose(takenOver());
    } catch (error) {
      // A store that is away takes no writes from anybody; the next look tries again. Only another holder is the end.
      if (error instanceof StoreInUseError && !released) lose(error);
    }
  }
  const timer = setInterval(() => void look(), pingEveryMilliseconds);
  timer.unref();
  return {
    kind,
    confirm: async (transaction) => {
      if (lost) throw lost;
      if (!(await holdsEpoch(transaction, epoch))) throw lose(takenOver());
    },
    lock: {
      release: async () => {
        released = true;
        clearInterval(timer);
        await connection.end().catch(() => connection.destroy());
      },
    },
  };
}

const destroying =
  (connection: Connection) =>
  (error: unknown): never => {
    connection.destroy();
    throw error;
  };

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
