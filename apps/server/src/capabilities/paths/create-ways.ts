import { isIP } from 'node:net';
import { open } from '@myriad/paths';
import { endingAtHost } from './create-access.ts';
import type { PathParts } from './parts.ts';
import { resolveNewWay } from './resolve-path.ts';
import { deleteHostKeys, insertHostKey, selectHostKeys } from './store.ts';
import type { HostWays } from './ways.ts';

/** A login that takes longer hangs. */
const openSeconds = 10;

/** Trying a way before it is stored, and the book of confirmed host keys. */
export function createWays(parts: PathParts): HostWays {
  return {
    openNew: async (way, options = {}) =>
      open(endingAtHost(await resolveNewWay(parts, way)), {
        pool: parts.pool,
        ...(options.signal ? { signal: options.signal } : {}),
      }),
    openServer: async ({ address, port, user, password }, { signal, timeoutSeconds = openSeconds } = {}) => {
      if (isIP(address) === 0) throw new TypeError(`${address} is no address`);
      const hop = { kind: 'mysql', at: { host: address, port }, user, password, tls: 'preferred' } as const;
      return open([hop], { pool: parts.pool, timeoutSeconds, ...(signal ? { signal } : {}) });
    },
    acceptHostKey: (tx, endpoint, fingerprint) =>
      insertHostKey(tx, { endpoint, fingerprint, firstSeenAt: parts.clock.now() }),
    listHostKeys: (db, endpoints) => selectHostKeys(db, endpoints),
    forgetHostKeys: (tx, endpoints) => deleteHostKeys(tx, endpoints),
  };
}
