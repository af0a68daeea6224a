import { hopName, pathName } from './hop-name.ts';
import { localTransport } from './hops/local.ts';
import { openMysqlHop } from './hops/mysql.ts';
import type { SshHop } from './hops/ssh-login.ts';
import { hostSession } from './host-session.ts';
import { type Deadline, startDeadline, type Where } from './limits.ts';
import type { Lease, PathPool } from './pool.ts';
import type { HostTransport } from './transport.ts';
import {
  type CallLimits,
  type Hop,
  type HopTiming,
  type HostSession,
  type MysqlSession,
  type Path,
  PathError,
  type Session,
} from './types.ts';

export interface OpenPathOptions extends Pick<CallLimits, 'signal' | 'timeoutSeconds'> {
  readonly pool: PathPool;
}

export type HostPath = readonly [...Hop[], Extract<Hop, { kind: 'local' | 'ssh' }>];
export type MysqlPath = readonly [...Hop[], Extract<Hop, { kind: 'mysql' }>];

/**
 * Walks a path and gives a session at its end. Throws PathError naming the hop that failed.
 * `await using session = await open([ssh, mysql], { pool })`.
 */
export function open(path: HostPath, options: OpenPathOptions): Promise<HostSession>;
export function open(path: MysqlPath, options: OpenPathOptions): Promise<MysqlSession>;
export function open(path: Path, options: OpenPathOptions): Promise<Session>;
export async function open(path: Path, options: OpenPathOptions): Promise<Session> {
  checkShape(path);
  const last = path.at(-1) as Hop;
  const where = { hop: path.length - 1, hopName: hopName(last) };
  using deadline = startDeadline(where, `opening ${pathName(path)}`, options);
  if (last.kind === 'mysql') {
    const host = path.length > 1 ? await openHost(path.slice(0, -1), options.pool, deadline) : undefined;
    // Awaited here: the deadline ends with this scope.
    return await openMysqlHop(last, where, pathName(path), host, deadline);
  }
  const host = await openHost(path, options.pool, deadline);
  return hostSession(host.transport, pathName(path), host.timings, host.release);
}

/** A host reached, whatever the way. */
export interface OpenHost {
  readonly transport: HostTransport;
  readonly timings: readonly HopTiming[];
  release(): void;
}

async function openHost(path: Path, pool: PathPool, deadline: Deadline): Promise<OpenHost> {
  const local = path[0]?.kind === 'local' ? 1 : 0;
  const hops = path.slice(local).filter((hop): hop is SshHop => hop.kind === 'ssh');
  const here: readonly HopTiming[] = local === 1 ? [{ name: 'local', milliseconds: 0 }] : [];
  if (hops.length === 0) {
    const where: Where = { hop: 0, hopName: 'local' };
    return { transport: localTransport(where, pool.localEnvironment), timings: here, release: () => {} };
  }
  const lease: Lease = await pool.lease(hops, local, deadline);
  return { ...lease, timings: [...here, ...lease.timings] };
}

/** `local` only begins a path, `mysql` only ends one. */
function checkShape(path: Path): void {
  if (path.length === 0) throw new TypeError('a path has at least one hop');
  path.forEach((hop, index) => {
    const wrong = (hop.kind === 'local' && index > 0) || (hop.kind === 'mysql' && index < path.length - 1);
    if (!wrong) return;
    const place = hop.kind === 'local' ? 'a local hop only begins a path' : 'nothing goes on behind a mysql hop';
    throw new PathError('NOT_POSSIBLE_HERE', place, { hop: index, hopName: hopName(hop) });
  });
}
