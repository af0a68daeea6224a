import { readGlance, readVersion, type ServerGlance, type SqlRunner, type Version } from '@myriad/mysql';
import { type MysqlSession, PathError } from '@myriad/paths';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import { lookingAccount } from '../instances/index.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access } from '../paths/index.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Target } from './target.ts';
import type { Turnstile } from './turnstile.ts';

/**
 * Something small that is asked over the connection that is there anyway, after a look that was answered. It has limits of its
 * own; where it fails the look stands, and a connection that may be at fault is let go of.
 */
export type AskBeside = (asked: {
  readonly sql: SqlRunner;
  readonly version: Version;
  readonly instanceId: string;
  readonly glance: ServerGlance;
}) => Promise<void>;

export interface LookParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly access: Access;
  readonly logins: Turnstile;
  readonly beside?: AskBeside;
}

/** A login through several hops takes its time; one that hangs must not hold its place for long. */
const loginSeconds = 5;
const statementSeconds = 3;
/** More than any real server says of itself; a GTID set of 10,000 errants is 600 KB. */
const mostAnswerBytes = 1024 * 1024;

/** Over the kept connection, or a new one where it is gone: what the server says, or what is wrong with it. Never throws. */
export async function lookAt(parts: LookParts, target: Target): Promise<ServerGlance | Fault> {
  const kept = target.session !== undefined;
  const first = await tryLook(parts, target);
  // A kept connection ends for many innocent reasons: wait_timeout, a restart, a firewall's patience.
  const again = kept && 'code' in first && first.code === 'SERVER_CUTS_CONNECTION' && !target.gone;
  return again ? tryLook(parts, target) : first;
}

async function tryLook(parts: LookParts, target: Target): Promise<ServerGlance | Fault> {
  if (!target.session) {
    try {
      await parts.logins.enter(target.failures > 0 ? 'again' : 'first', () => logIn(parts, target));
    } catch (error) {
      return faultOf(named(error, loginSeconds), 'login');
    }
  }
  const { session, version } = target;
  if (!session || !version) return { code: 'SERVER_UNREACHABLE', reason: 'closed' };
  try {
    const options = { now: parts.clock.now, timeoutSeconds: statementSeconds };
    const glance = await readGlance(bounded(session), version, options);
    await askBeside(parts, target, { sql: session, version, instanceId: target.recorded.id, glance });
    return glance;
  } catch (error) {
    // One that was told no still stands; what hangs, floods or talks nonsense is let go of.
    if (!isRefusal(error)) letGo(target);
    return faultOf(named(error, statementSeconds), 'look');
  }
}

async function askBeside({ beside }: LookParts, target: Target, asked: Parameters<AskBeside>[0]): Promise<void> {
  try {
    await beside?.(asked);
  } catch (error) {
    if (!isRefusal(error)) letGo(target);
  }
}

const isRefusal = (error: unknown): boolean => error instanceof PathError && error.code === 'SQL_FAILED';

export function letGo(target: Target): void {
  const { session } = target;
  target.session = undefined;
  target.version = undefined;
  if (session) close(session);
}

/** Not waited for: what is at the other end may not answer a good-bye either. */
function close(session: MysqlSession): void {
  void Promise.resolve(session[Symbol.asyncDispose]()).catch(() => {});
}

const bounded = (session: MysqlSession): SqlRunner => ({
  query: (sql, values) =>
    session.query(sql, values, { timeoutSeconds: statementSeconds, maxOutputBytes: mostAnswerBytes }),
});

async function logIn(parts: LookParts, target: Target): Promise<void> {
  const session = await openWay(parts, target);
  try {
    // Its own word, not the record's: a server can be upgraded or replaced under a record.
    target.version = await readVersion(bounded(session));
  } catch (error) {
    close(session);
    throw error;
  }
  if (target.gone) close(session);
  else target.session = session;
}

async function openWay(parts: LookParts, target: Target): Promise<MysqlSession> {
  const { recorded } = target;
  const open = async (direct: boolean) => {
    const as = await lookingAccount(parts, recorded.clusterId);
    return parts.access.openInstance(recorded.id, { as, direct, signal: AbortSignal.timeout(loginSeconds * 1000) });
  };
  if (!recorded.hasPaths) return open(true);
  // On a host reached by a path, its loopback is not ours.
  if (target.byPaths || isLoopback(recorded.address)) return open(false);
  try {
    return await open(true);
  } catch (error) {
    if (!(error instanceof PathError) || error.code === 'LOGIN_REFUSED') throw error;
    const session = await open(false);
    target.byPaths = true;
    return session;
  }
}

const isLoopback = (address: string): boolean => /^127\.|^::1$|^localhost$/i.test(address);

/** A time limit in words: whoever reads it at night must not wonder who aborted what. */
function named(error: unknown, seconds: number): unknown {
  if (!(error instanceof PathError) || (error.code !== 'ABORTED' && error.code !== 'TIMED_OUT')) return error;
  return new PathError('TIMED_OUT', `no answer within ${seconds} s`, error, error.detail);
}
