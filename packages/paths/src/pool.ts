import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { hopName } from './hop-name.ts';
import type { SshConnection } from './hops/ssh-connection.ts';
import { loginSsh, type SshHop } from './hops/ssh-login.ts';
import type { Deadline, Where } from './limits.ts';
import { createSemaphore, type Semaphore } from './semaphore.ts';
import type { HostTransport } from './transport.ts';
import { type HopTiming, PathError } from './types.ts';

export interface PathPoolOptions {
  /** A connection nobody uses is closed after this long; default 600. */
  readonly idleSeconds?: number;
  /** One handshake, one try; default 20. */
  readonly handshakeSeconds?: number;
  /** To one target; the ninth and later sessions share these. Default 4. */
  readonly connectionsPerTarget?: number;
  /** All the environment a `local` command sees. Default: PATH, HOME and the like of this process, nothing else. */
  readonly localEnvironment?: Readonly<Record<string, string>>;
}

/** A connection in use; `release` gives it back, it stays open for the next one. */
export interface Lease {
  readonly transport: HostTransport;
  readonly timings: readonly HopTiming[];
  release(): void;
}

/** Keeps SSH connections and limits them per target: new handshakes, connections, channels. Close it at the end. */
export interface PathPool extends AsyncDisposable {
  readonly localEnvironment: Readonly<Record<string, string>>;
  /** Opens (or finds open) the last of `hops` through all before it. `first` is the index of `hops[0]` in the path. */
  lease(hops: readonly SshHop[], first: number, deadline: Deadline): Promise<Lease>;
  /** Open connections now, for the curious and for tests. */
  size(): number;
  /** Ends every connection; leases still held are lost. */
  close(): Promise<void>;
}

interface Entry {
  readonly ready: Promise<{ connection: SshConnection; timings: readonly HopTiming[] }>;
  users: number;
  connection?: SshConnection;
  idle?: NodeJS.Timeout;
}

/** sshd starts to drop unauthenticated connections at 10 (MaxStartups). */
const handshakesAtOnce = 8;
/** Sessions that share one connection before another is opened. */
const usersPerConnection = 8;
const tries = 6;

export function createPathPool(options: PathPoolOptions = {}): PathPool {
  const idleMs = (options.idleSeconds ?? 600) * 1000;
  const handshakeSeconds = options.handshakeSeconds ?? 20;
  const most = options.connectionsPerTarget ?? 4;
  const targets = new Map<string, Set<Entry>>();
  const gates = new Map<string, Semaphore>();
  const stop = new AbortController();

  function gateOf(hop: SshHop): Semaphore {
    const key = `${hop.address}:${hop.port}`;
    const gate = gates.get(key) ?? createSemaphore(handshakesAtOnce);
    gates.set(key, gate);
    return gate;
  }

  function drop(key: string, entry: Entry) {
    clearTimeout(entry.idle);
    const entries = targets.get(key);
    entries?.delete(entry);
    if (entries?.size === 0) targets.delete(key);
    entry.connection?.end();
  }

  function choose(key: string, open: () => Entry['ready']): Entry {
    const entries = targets.get(key) ?? new Set<Entry>();
    targets.set(key, entries);
    const [least] = [...entries].filter((entry) => !entry.connection?.isLost()).sort((a, b) => a.users - b.users);
    if (least && (least.users < usersPerConnection || entries.size >= most)) return least;
    const entry: Entry = { users: 0, ready: open() };
    entries.add(entry);
    entry.ready.then(
      ({ connection }) => {
        entry.connection = connection;
        connection.onLost(() => drop(key, entry));
        if (stop.signal.aborted) connection.end();
      },
      () => drop(key, entry),
    );
    return entry;
  }

  async function connect(hops: readonly SshHop[], first: number): Promise<Awaited<Entry['ready']>> {
    const hop = hops.at(-1) as SshHop;
    const where = { hop: first + hops.length - 1, hopName: hopName(hop) };
    const before = hops.length > 1 ? await take(hops.slice(0, -1), first) : undefined;
    const begun = performance.now();
    try {
      const connection = await handshake(hop, where, before?.transport);
      if (before) connection.onLost(before.release);
      const timing = { name: where.hopName, milliseconds: performance.now() - begun };
      return { connection, timings: [...(before?.timings ?? []), timing] };
    } catch (error) {
      before?.release();
      throw error;
    }
  }

  async function handshake(hop: SshHop, where: Where, before: HostTransport | undefined): Promise<SshConnection> {
    for (let tried = 1; ; tried += 1) {
      const free = await gateOf(hop).take();
      try {
        stop.signal.throwIfAborted();
        const through = await before?.tunnel({ host: hop.address, port: hop.port }).catch((error: PathError) => {
          // The hop before says why this one cannot be reached; it is this one that fails.
          throw error.code === 'HOP_UNREACHABLE'
            ? new PathError(error.code, error.message, where, { again: false })
            : error;
        });
        return await loginSsh(hop, where, through, handshakeSeconds, stop.signal);
      } catch (error) {
        const again = error instanceof PathError && error.detail.again === true && tried < tries;
        if (!again) throw error;
      } finally {
        free();
      }
      await delay(50 * 2 ** tried * (0.5 + Math.random()), undefined, { signal: stop.signal });
    }
  }

  async function take(hops: readonly SshHop[], first: number): Promise<Lease> {
    const key = targetKey(hops);
    const entry = choose(key, () => connect(hops, first));
    const warm = entry.connection !== undefined;
    entry.users += 1;
    clearTimeout(entry.idle);
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      entry.users -= 1;
      if (entry.users > 0 || !entry.connection) return;
      entry.idle = setTimeout(() => drop(key, entry), idleMs);
      entry.idle.unref();
    };
    try {
      const { connection, timings } = await entry.ready;
      const where = { hop: first + hops.length - 1, hopName: hopName(hops.at(-1) as SshHop) };
      // On a kept connection there is nothing to measure: say so with zeros rather than with old figures.
      const fresh = warm ? timings.map((timing) => ({ ...timing, milliseconds: 0 })) : timings;
      return { transport: connection.transport(where), timings: fresh, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  return {
    localEnvironment: options.localEnvironment ?? plainEnvironment(),
    lease: (hops, first, deadline) => deadline.guard(take(hops, first), (late) => late.release()),
    size: () => [...targets.values()].reduce((sum, entries) => sum + entries.size, 0),
    close,
    [Symbol.asyncDispose]: close,
  };

  async function close(): Promise<void> {
    stop.abort();
    const entries = [...targets].flatMap(([key, set]) => [...set].map((entry) => ({ key, entry })));
    await Promise.allSettled(
      entries.map(async ({ key, entry }) => {
        const { connection } = await entry.ready;
        const gone = new Promise<void>((resolve) => connection.onLost(resolve));
        drop(key, entry);
        await gone;
      }),
    );
  }
}

/** Same way, same login, same accepted host keys: anything else must log in and be verified anew. Only a hash of secrets is kept. */
const targetKey = (hops: readonly SshHop[]): string => createHash('sha256').update(JSON.stringify(hops)).digest('hex');

/** The platform's environment holds keys; a local command gets only what a login would. */
function plainEnvironment(): Record<string, string> {
  const names = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
