import { connect as connectTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import mysql from 'mysql2';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2/promise';
import type { Deadline, Where } from '../limits.ts';
import type { OpenHost } from '../open.ts';
import { type Hop, type MysqlSession, PathError } from '../types.ts';
import { guardGreeting } from './greeting-guard.ts';
import { mysqlSession } from './mysql-session.ts';

export type MysqlHop = Extract<Hop, { kind: 'mysql' }>;

/** Logs in to a MySQL or MariaDB through the host before it, or straight from here. `host` is released with the session. */
export async function openMysqlHop(
  hop: MysqlHop,
  where: Where,
  path: string,
  host: OpenHost | undefined,
  deadline: Deadline,
): Promise<MysqlSession> {
  const begun = performance.now();
  const connect = () => connectMysql(hop, where, host);
  try {
    const connection = await deadline.guard(connect(), (late) => late.destroy());
    const setUp = await deadline.guard(setUpSession(connection, where)).catch((error: unknown) => {
      connection.destroy();
      throw error;
    });
    const timing = { name: where.hopName, milliseconds: performance.now() - begun };
    const hops = [...(host?.timings ?? []), timing];
    return mysqlSession({ connection, ...setUp, where, path, hops, connect, release: () => host?.release() });
  } catch (error) {
    host?.release();
    throw error;
  }
}

async function connectMysql(hop: MysqlHop, where: Where, host: OpenHost | undefined): Promise<Connection> {
  if (hop.tls !== 'preferred' || hop.proof || 'socket' in hop.at)
    return login(hop, where, host, hop.tls === 'required' || hop.proof !== undefined);
  try {
    return await login(hop, where, host, true);
  } catch (error) {
    if (!(error instanceof PathError) || error.detail.code !== 'HANDSHAKE_NO_SSL_SUPPORT') throw error;
    return login(hop, where, host, false);
  }
}

async function login(hop: MysqlHop, where: Where, host: OpenHost | undefined, tls: boolean): Promise<Connection> {
  const stream = await host?.transport.tunnel(hop.at).catch((error: unknown) => {
    // The host was reached; it is the MySQL behind it that was not.
    if (error instanceof PathError && error.code === 'HOP_UNREACHABLE') {
      // sshd tells why in words of its own; nothing listens there, or it cannot be reached from the host.
      throw new PathError(error.code, error.message, where, { code: 'ECONNREFUSED' });
    }
    throw error;
  });
  // A tunnel whose far end hung up stays half open, and TLS over it would wait for ever.
  stream?.once('end', () => stream.destroy());
  const way = stream ?? connectStream(hop.at);
  const guard = guardGreeting(way);
  try {
    return await createConnection({ ...options(hop, tls), ...wayOf(hop, way), ...(tls ? proofOf(hop) : {}) });
  } catch (error) {
    way.destroy();
    throw loginError(guard.fault ?? error, where);
  } finally {
    guard.done();
  }
}

const connectStream = (at: MysqlHop['at']): Socket =>
  'socket' in at ? connectTcp(at.socket) : connectTcp({ ...at, noDelay: true, keepAlive: true });

/**
 * Without a proof asked for, TLS is privacy on the way, not knowledge of who answers. One object for all: the driver keeps a
 * TLS context for each it is given.
 */
const privacy = { rejectUnauthorized: false };

function options(hop: MysqlHop, tls: boolean): ConnectionOptions {
  return {
    user: hop.user,
    password: hop.password,
    ...(hop.database === undefined ? {} : { database: hop.database }),
    charset: 'utf8mb4',
    connectTimeout: 15_000,
    connectAttributes: { program_name: 'myriad' },
    ...(tls ? { ssl: privacy } : {}),
    // mysql2's default of 16,000 kept statements costs 630 KB each on a fleet's connections.
    maxPreparedStatements: 16,
    multipleStatements: false,
    supportBigNumbers: true,
    // Times as the server writes them, in UTC: a Date would lose microseconds and zero dates.
    dateStrings: true,
    timezone: 'Z',
  };
}

/**
 * The server sees a Unix socket behind the tunnel and takes the password in clear (caching_sha2_password), while mysql2
 * sees a stream and would ask for a public key: both must think alike, so the stream is declared secure.
 */
function wayOf(hop: MysqlHop, stream: Duplex): ConnectionOptions {
  if (!('socket' in hop.at)) return { stream };
  const plugin = mysql.authPlugins.caching_sha2_password({ overrideIsSecure: true });
  return { stream, authPlugins: { caching_sha2_password: plugin } };
}

/**
 * The driver compares the certificate with the `host` it was given, and skips that for an address: so it is given the name, and
 * a stream that is connected already. Called last: it stands over what `wayOf` says.
 */
function proofOf(hop: MysqlHop): ConnectionOptions {
  const { at, proof } = hop;
  if (!proof) return {};
  const ssl = { ca: proof.authorities, rejectUnauthorized: true, verifyIdentity: true };
  return { ssl, ...('socket' in at ? {} : { host: proof.serverName }) };
}

/** Access denied, unknown database, host not allowed, locked account, plugin trouble: the server answered and said no. */
const refusedErrnos = new Set([1044, 1045, 1049, 1130, 1251, 1698, 1862, 3118, 3159, 3955, 4151]);

function loginError(error: unknown, where: Where): PathError {
  const { errno, code, sqlState, message } = error as {
    errno?: number;
    code?: string;
    sqlState?: string;
    message: string;
  };
  const detail = { ...(errno && sqlState ? { errno, sqlState } : {}), ...(code === undefined ? {} : { code }) };
  const refused = errno !== undefined && refusedErrnos.has(errno);
  const words = code === 'HANDSHAKE_SSL_ERROR' ? `no TLS with whom we expect: ${message}` : message;
  return new PathError(refused ? 'LOGIN_REFUSED' : 'HOP_UNREACHABLE', words, where, detail);
}

async function setUpSession(connection: Connection, where: Where): Promise<{ version: string; connectionId: number }> {
  try {
    const [rows] = await connection.query('select version() as version, connection_id() as id');
    const [row] = rows as { version: string; id: number }[];
    // Backslashes in a literal must mean what our own quoting means by them, whatever the server's sql_mode says.
    await connection.query(`set session time_zone = '+00:00', lock_wait_timeout = 5, autocommit = 1,
      sql_mode = replace(@@session.sql_mode, 'NO_BACKSLASH_ESCAPES', '')`);
    return { version: row?.version ?? '', connectionId: row?.id ?? 0 };
  } catch (error) {
    throw loginError(error, where);
  }
}
