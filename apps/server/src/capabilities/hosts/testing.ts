import { createPathPool, type Hop, type HostPath, type HostSession, open } from '@myriad/paths';
import type { Reader } from '../../platform/database/schema.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access, HostWays, KnownHostKey, NewWay } from '../paths/index.ts';

/**
 * Real SSH for this slice's tests without the paths slice: the first path of a host, no fall-back, keys kept in memory.
 * `keys` is the book of confirmed host keys.
 */
export function plainWays(parts: { readonly db: Reader; readonly metadata: Metadata; readonly secrets: Secrets }) {
  const pool = createPathPool();
  const keys: KnownHostKey[] = [];
  const keysOf = (endpoint: string) => keys.filter((key) => key.endpoint === endpoint).map((key) => key.fingerprint);

  const hopTo = (way: Omit<NewWay, 'jumps'>): Hop => {
    if (way.auth.kind === 'agent') throw new Error('no agent in tests');
    return { ...way, kind: 'ssh', auth: way.auth };
  };
  async function storedHops(hostId: string): Promise<Hop[]> {
    const path = (await parts.metadata.getHost(parts.db, hostId)).paths[0];
    if (path?.kind !== 'ssh' || !path.secretId) throw new Error('the tests log in by key');
    const privateKey = await parts.secrets.read(parts.db, path.secretId);
    const hostKeys = keysOf(`${path.address}:${path.port}`);
    const before = await Promise.all(path.jumps.map(storedHops));
    return [...before.flat(), hopTo({ ...path, auth: { kind: 'key', privateKey }, hostKeys })];
  }
  const openHops = (hops: Hop[], signal?: AbortSignal): Promise<HostSession> =>
    // The list ends with an SSH hop by its making.
    open(hops as unknown as HostPath, { pool, timeoutSeconds: 15, ...(signal ? { signal } : {}) });

  const ways: HostWays = {
    openNew: async (way, options) => {
      const before = await Promise.all(way.jumps.map(storedHops));
      return openHops([...before.flat(), hopTo(way)], options?.signal);
    },
    acceptHostKey: async (_tx, endpoint, fingerprint) => void keys.push({ endpoint, fingerprint, firstSeenAt: 1 }),
    listHostKeys: async (_db, endpoints) => keys.filter(({ endpoint }) => !endpoints || endpoints.includes(endpoint)),
    forgetHostKeys: async (_tx, endpoints) => {
      for (const key of keys.filter(({ endpoint }) => endpoints.includes(endpoint))) keys.splice(keys.indexOf(key), 1);
    },
  };
  const access: Access = {
    openHost: async (hostId, options) => {
      const session = await openHops(await storedHops(hostId), options?.signal);
      options?.onPath?.(session.path, session.hops);
      return session;
    },
    openInstance: () => Promise.reject(new Error('not in these tests')),
    openMysqlAt: () => Promise.reject(new Error('not in these tests')),
  };
  return { ways, access, keys, close: () => pool.close() };
}
