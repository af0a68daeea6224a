import {
  type HeldPrivilege,
  maySeeReplicas,
  type RegisteredReplica,
  readGlance,
  readOwnGrants,
  readPortrait,
  readRegisteredReplicas,
  readVersion,
  type SqlLimits,
  type SqlRunner,
} from '@myriad/mysql';
import type { MysqlSession } from '@myriad/paths';
import type { Look } from '@myriad/topology';
import { harmlessText } from '../../findings/index.ts';
import type { HostWays, ServerAddress } from '../../paths/index.ts';
import { faultOf } from '../../sweeps/index.ts';

/** What one server said, with what its own words are not enough for. */
export interface Seen {
  readonly look: Look;
  readonly held: readonly HeldPrivilege[];
  readonly registered: readonly RegisteredReplica[];
}

/** For everything asked of one server: more than its parts may take together, so that it ends only what hangs. */
const serverSeconds = 70;
const statementSeconds = 5;
const portraitSeconds = 25;
const mostAnswerBytes = 4 * 1024 * 1024;
/** Less than the deep sweep reads: here nobody has asked for the details yet. */
const limits = {
  mostTables: 2000,
  mostTablesOpened: 1000,
  mostColumns: 20_000,
  mostIndexes: 20_000,
  mostBytes: mostAnswerBytes,
};

/** Looks at one server and writes nothing on it. What is wrong with it is an answer too; throws only when `signal` is aborted. */
export async function lookAtServer(
  ways: Pick<HostWays, 'openServer'>,
  server: ServerAddress,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): Promise<Seen> {
  const own = AbortSignal.any([signal, AbortSignal.timeout(serverSeconds * 1000)]);
  let session: MysqlSession;
  try {
    session = await ways.openServer(server, { signal: own });
  } catch (error) {
    signal.throwIfAborted();
    return failed(error, 'login');
  }
  try {
    return await ask(session, { now, signal: own });
  } catch (error) {
    signal.throwIfAborted();
    return failed(error, 'look');
  } finally {
    // Not waited for: what is at the other end may not answer a good-bye either.
    void Promise.resolve(session[Symbol.asyncDispose]()).catch(() => {});
  }
}

async function ask(session: MysqlSession, options: { readonly now: () => number; readonly signal: AbortSignal }) {
  const { now, signal } = options;
  const limited: SqlLimits = { timeoutSeconds: statementSeconds, maxOutputBytes: mostAnswerBytes, signal };
  const bounded: SqlRunner = { query: (sql, values, given) => session.query(sql, values, { ...limited, ...given }) };
  const version = await readVersion(bounded);
  const glance = await readGlance(bounded, version, { now, signal });
  const held = await readOwnGrants(bounded, version).catch(() => []);
  const portrait = await readPortrait(bounded, version, { now, signal, limits, withinSeconds: portraitSeconds });
  const own = portrait.ownPrivileges.ok ? portrait.ownPrivileges.value : [];
  const registered = maySeeReplicas(version, own) ? await readRegisteredReplicas(bounded, version).catch(() => []) : [];
  return { look: { state: 'answered', glance, portrait }, held, registered } satisfies Seen;
}

const states = {
  SERVER_LOGIN_REFUSED: 'refused',
  SERVER_TOO_MANY_CONNECTIONS: 'refused',
  SERVER_DENIES: 'refused',
  SERVER_NOT_MYSQL: 'not-mysql',
  SERVER_ANSWER_SENSELESS: 'not-mysql',
  SERVER_ANSWER_TOO_LARGE: 'not-mysql',
} as const;

function failed(error: unknown, phase: 'login' | 'look'): Seen {
  const { code, reason } = faultOf(error, phase);
  const state = code in states ? states[code as keyof typeof states] : 'unreachable';
  return { look: { state, because: harmlessText(reason, 200) }, held: [], registered: [] };
}
