import { setTimeout as delay } from 'node:timers/promises';
import mysql from 'mysql2';
import type { Connection } from 'mysql2/promise';
import { defaultMaxOutputBytes, defaultTimeoutSeconds, startDeadline, type Where } from '../limits.ts';
import { type CallLimits, type HopTiming, type MysqlSession, PathError, type SqlRow, type SqlValue } from '../types.ts';
import { takesParameters, writeLiterals } from './sql-literal.ts';

interface OpenMysql {
  readonly connection: Connection;
  readonly version: string;
  readonly connectionId: number;
  readonly where: Where;
  readonly path: string;
  readonly hops: readonly HopTiming[];
  /** Another login the same way: a statement is ended from there. */
  connect(): Promise<Connection>;
  release(): void;
}

export function mysqlSession(opened: OpenMysql): MysqlSession {
  const { connection, where } = opened;
  // One statement at a time on a connection: a limit counts from when the statement itself begins.
  let queue: Promise<unknown> = Promise.resolve();
  let limitSeconds = 0;
  let closed = false;
  let lost: PathError | undefined;
  let onLost: (error: PathError) => void = () => {};
  // The driver tells the connection, not the statement that runs.
  connection.on('error', (error: Error) => {
    lost = new PathError('CONNECTION_LOST', error.message, where);
    onLost(lost);
  });

  async function limitStatements(seconds: number): Promise<void> {
    if (seconds === limitSeconds) return;
    // A backstop for the day we die with a statement running: our own limit comes a second earlier. MySQL limits only SELECT.
    const setting = /mariadb/i.test(opened.version)
      ? `max_statement_time = ${seconds + 1}`
      : `max_execution_time = ${Math.ceil((seconds + 1) * 1000)}`;
    await connection.query(`set session ${setting}`).catch((error: SqlError) => {
      throw sqlFailed(error, where);
    });
    limitSeconds = seconds;
  }

  async function run(sql: string, values: readonly SqlValue[], limits: CallLimits): Promise<readonly SqlRow[]> {
    if (lost) throw lost;
    if (closed) throw new PathError('CONNECTION_LOST', 'this session was closed', where);
    using deadline = startDeadline(where, 'the statement', limits);
    const most = limits.maxOutputBytes ?? defaultMaxOutputBytes;
    const work = (async () => {
      await limitStatements(limits.timeoutSeconds ?? defaultTimeoutSeconds);
      return send(connection, sql, values, most, where, () => closed || lost !== undefined);
    })();
    work.catch(() => {}); // after the deadline nobody waits for it.
    const cut = Promise.withResolvers<{ error: PathError }>();
    onLost = (error) => cut.resolve({ error });
    const outcome = await Promise.race([
      cut.promise,
      work.then(
        (rows) => ({ rows }),
        (error: unknown) => ({ error }),
      ),
      deadline.over.then((late) => ({ late })),
    ]);
    if ('rows' in outcome) return outcome.rows;
    if ('error' in outcome) throw outcome.error;
    await endStatement(opened, work);
    throw outcome.late;
  }

  return {
    kind: 'mysql',
    path: opened.path,
    hops: opened.hops,
    query: (sql, values = [], limits = {}) => {
      const result = queue.then(() => run(sql, values, limits));
      queue = result.catch(() => {});
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      if (closed) return;
      closed = true;
      await Promise.race([connection.end().catch(() => {}), delay(1000, undefined, { ref: false })]);
      connection.destroy();
      opened.release();
    },
  };
}

/** Rows are counted as they come: an answer that is too large is cut off at the server, not in our memory. */
function send(
  connection: Connection,
  sql: string,
  values: readonly SqlValue[],
  most: number,
  where: Where,
  isOver: () => boolean,
): Promise<readonly SqlRow[]> {
  const raw = (connection as unknown as { connection: RawConnection }).connection; // typed by mysql2 only without its promise wrapper.
  let watch: NodeJS.Timeout | undefined;
  const answer = new Promise<readonly SqlRow[]>((resolve, reject) => {
    const rows: SqlRow[] = [];
    let size = 0;
    // A row counts once it is whole; one that never becomes whole would fill our memory before.
    const begun = raw.stream.bytesRead ?? 0;
    watch = setInterval(() => {
      // The driver may never tell the statement that its connection was lost: then nobody waits for it either.
      if (raw.stream.destroyed || isOver()) clearInterval(watch);
      else if ((raw.stream.bytesRead ?? 0) - begun > most * 2 + 65_536) tooLarge();
    }, 50);
    const tooLarge = () => {
      reject(new PathError('OUTPUT_TOO_LARGE', `the answer has more than ${most} bytes`, where));
      raw.destroy();
    };
    const command =
      values.length > 0 && takesParameters(sql)
        ? raw.execute(sql, values.map(bind))
        : raw.query(values.length > 0 ? writeLiterals(sql, values) : sql);
    command.on('result', (row: unknown, set?: number) => {
      if ((set ?? 0) > 0 || !isRow(row)) return;
      size += sizeOf(row);
      if (size <= most) rows.push(row);
      else tooLarge();
    });
    command.on('error', (error: SqlError) => reject(sqlFailed(error, where)));
    command.on('end', () => resolve(rows));
  });
  return answer.finally(() => clearInterval(watch));
}

interface SqlError extends Error {
  readonly errno?: number;
  readonly sqlState?: string;
  readonly fatal?: boolean;
}
interface Command {
  on(event: 'result', listener: (row: unknown, set?: number) => void): void;
  on(event: 'error', listener: (error: SqlError) => void): void;
  on(event: 'end', listener: () => void): void;
}
interface RawConnection {
  /** A socket, or a tunnel's stream, which counts nothing. */
  readonly stream: { readonly bytesRead?: number; readonly destroyed: boolean };
  query(sql: string): Command;
  execute(sql: string, values: readonly unknown[]): Command;
  destroy(): void;
}

/** mysql2 hands the header of a statement without rows to the same listener. */
const isRow = (row: unknown): row is SqlRow =>
  row !== null && typeof row === 'object' && row.constructor?.name !== 'ResultSetHeader';

/** mysql2 sends numbers as doubles and big ones as text: MariaDB then counts in doubles, and LIMIT refuses them. */
function bind(value: SqlValue): unknown {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) {
    const whole = BigInt(value as bigint | number);
    return whole > 0x7fff_ffff_ffff_ffffn
      ? mysql.TypedParameter.BIGINT.unsigned(whole)
      : mysql.TypedParameter.BIGINT(whole);
  }
  return value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value;
}

function sizeOf(row: SqlRow): number {
  let size = 0;
  for (const value of Object.values(row)) {
    if (typeof value === 'string' || Buffer.isBuffer(value)) size += value.length;
    else size += value !== null && typeof value === 'object' ? JSON.stringify(value).length : 8;
  }
  return size;
}

function sqlFailed(error: SqlError, where: Where): PathError {
  const { errno, sqlState, message } = error;
  if (sqlState === undefined || error.fatal) return new PathError('CONNECTION_LOST', message, where);
  return new PathError('SQL_FAILED', message, where, { errno, sqlState });
}

/** KILL QUERY from another connection; where that is not possible, or does not help within 5 s, the connection is dropped. */
async function endStatement(opened: OpenMysql, work: Promise<unknown>): Promise<void> {
  const ended = work.then(
    () => true,
    () => true,
  );
  const killing = killStatement(opened).catch(() => {}); // Already over, or no further login: see below.
  // A server that answers nobody hangs here too: then the connection goes.
  await Promise.race([killing, ended, delay(5000, undefined, { ref: false })]);
  if (!(await Promise.race([ended, delay(5000, false, { ref: false })]))) opened.connection.destroy();
}

async function killStatement({ connect, connectionId }: OpenMysql): Promise<void> {
  const killer = await connect();
  const late = setTimeout(() => killer.destroy(), 5000);
  try {
    await killer.query(`kill query ${connectionId}`);
  } finally {
    clearTimeout(late);
    killer.destroy();
  }
}
