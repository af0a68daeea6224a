import { readVersion, type Version } from '@myriad/mysql';
import { type MysqlSession, PathError } from '@myriad/paths';
import type { InstancePorts } from '../ports.ts';
import { lookingAccount } from './looking-account.ts';

/** A page asks every two seconds: one login serves all who look, and goes when nobody does. */
const idleMilliseconds = 20_000;
const openMilliseconds = 6_000;
const mostOpen = 200;
/** An answer of a page takes 15 s at most: whoever waits for room knows before that. */
const waitMilliseconds = 5_000;

/** As many servers are looked at as may be, by others. */
export class NoRoomToLook extends Error {
  override readonly name = 'NoRoomToLook';
}

interface Kept {
  readonly opened: Promise<{ readonly session: MysqlSession; readonly version: Version }>;
  users: number;
  isEnding?: boolean;
  timer?: NodeJS.Timeout | undefined;
}

/** Connections for looking at instances, one each, kept while somebody looks. */
export interface KeptSessions {
  /** @throws NoRoomToLook where all connections stay in use, what opening throws, and what the work throws */
  use<T>(instanceId: string, work: (session: MysqlSession, version: Version) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Never more than `most` connections, those counted too that are just being opened or closed. */
export function keepSessions(
  ports: Pick<InstancePorts, 'db' | 'metadata' | 'access'>,
  { most = mostOpen, patienceMilliseconds = waitMilliseconds } = {},
): KeptSessions {
  const kept = new Map<string, Kept>();
  const waiting = new Set<() => void>();
  let alive = 0;

  /** Whoever waits looks again: one has gone, or nobody uses one any more. */
  function tellWaiting(): void {
    for (const look of waiting) look();
    waiting.clear();
  }

  async function end(one: Kept): Promise<void> {
    await one.opened.then(({ session }) => letGo(session)).catch(() => {});
    alive -= 1;
    tellWaiting();
  }

  async function open(instanceId: string) {
    const { clusterId } = await ports.metadata.getInstance(ports.db, instanceId);
    const as = await lookingAccount(ports, clusterId);
    const signal = AbortSignal.timeout(openMilliseconds);
    const session = await ports.access.openInstance(instanceId, { as, signal });
    try {
      return { session, version: await readVersion(session) };
    } catch (error) {
      await letGo(session);
      throw error;
    }
  }

  function drop(instanceId: string, one: Kept): void {
    clearTimeout(one.timer);
    if (kept.get(instanceId) === one) kept.delete(instanceId);
    if (one.users > 0 || one.isEnding) return;
    one.isEnding = true;
    void end(one);
  }

  /** In use from here on, so that nobody takes its place in between. */
  async function take(instanceId: string): Promise<Kept> {
    const until = performance.now() + patienceMilliseconds;
    for (;;) {
      const found = kept.get(instanceId);
      if (found) {
        found.users += 1;
        return found;
      }
      if (alive < most) break;
      // The one used longest ago stands first.
      const idle = [...kept].find(([, { users }]) => users === 0);
      if (idle) drop(...idle);
      if (!(await hasRoom(until - performance.now()))) throw new NoRoomToLook(`${most} servers are looked at already`);
    }
    alive += 1;
    const one: Kept = { opened: open(instanceId), users: 1 };
    kept.set(instanceId, one);
    return one;
  }

  /** False: nothing became free in time. */
  async function hasRoom(milliseconds: number): Promise<boolean> {
    if (milliseconds <= 0) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = () => resolve(true);
    waiting.add(look);
    const timer = setTimeout(() => resolve(false), milliseconds);
    const isTold = await promise;
    clearTimeout(timer);
    waiting.delete(look);
    return isTold;
  }

  async function once<T>(
    instanceId: string,
    work: (session: MysqlSession, version: Version) => Promise<T>,
  ): Promise<T> {
    const one = await take(instanceId);
    clearTimeout(one.timer);
    let isBroken = true;
    try {
      const { session, version } = await one.opened;
      const result = await work(session, version);
      isBroken = false;
      return result;
    } catch (error) {
      // One that was told no still stands; what hangs, floods or talks nonsense is let go of.
      isBroken = !(error instanceof PathError && error.code === 'SQL_FAILED');
      throw error;
    } finally {
      one.users -= 1;
      const isKept = kept.get(instanceId) === one;
      if (isBroken || !isKept) drop(instanceId, one);
      else if (one.users === 0) {
        one.timer = setTimeout(() => drop(instanceId, one), idleMilliseconds).unref();
        if (waiting.size > 0) tellWaiting();
      }
    }
  }

  return {
    use: async (instanceId, work) => {
      const isOld = kept.has(instanceId);
      try {
        return await once(instanceId, work);
      } catch (error) {
        // A kept connection ends for many innocent reasons: wait_timeout, a restart, a firewall's patience.
        const isLost = error instanceof PathError && error.code === 'CONNECTION_LOST';
        if (!isOld || !isLost) throw error;
        return once(instanceId, work);
      }
    },
    close: async () => {
      const all = [...kept];
      for (const [instanceId, one] of all) drop(instanceId, one);
      await Promise.all(all.map(([, { opened }]) => opened.then(({ session }) => letGo(session)).catch(() => {})));
    },
  };
}

const letGo = async (session: MysqlSession): Promise<void> => {
  await Promise.resolve(session[Symbol.asyncDispose]()).catch(() => {});
};
