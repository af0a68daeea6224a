import { readVersion, type Version } from '@myriad/mysql';
import { type MysqlSession, PathError } from '@myriad/paths';
import type { InstancePorts } from '../ports.ts';
import { lookingAccount } from './looking-account.ts';

/** A page asks every two seconds: one login serves all who look, and goes when nobody does. */
const idleMilliseconds = 20_000;
const openMilliseconds = 6_000;
const most = 200;

interface Kept {
  readonly opened: Promise<{ readonly session: MysqlSession; readonly version: Version }>;
  users: number;
  timer?: NodeJS.Timeout | undefined;
}

/** Connections for looking at instances, one each, kept while somebody looks. */
export interface KeptSessions {
  /** @throws what opening throws, and what the work throws */
  use<T>(instanceId: string, work: (session: MysqlSession, version: Version) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function keepSessions(ports: Pick<InstancePorts, 'db' | 'metadata' | 'access'>): KeptSessions {
  const kept = new Map<string, Kept>();

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
    if (one.users === 0) void one.opened.then(({ session }) => letGo(session)).catch(() => {});
  }

  function take(instanceId: string): Kept {
    const found = kept.get(instanceId);
    if (found) return found;
    // The one used longest ago stands first.
    const idle = kept.size < most ? undefined : [...kept].find(([, { users }]) => users === 0);
    if (idle) drop(...idle);
    const one: Kept = { opened: open(instanceId), users: 0 };
    kept.set(instanceId, one);
    return one;
  }

  async function once<T>(
    instanceId: string,
    work: (session: MysqlSession, version: Version) => Promise<T>,
  ): Promise<T> {
    const one = take(instanceId);
    one.users += 1;
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
      else if (one.users === 0) one.timer = setTimeout(() => drop(instanceId, one), idleMilliseconds).unref();
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
