import { layoutOf } from '@myriad/mysql';
import { type MysqlSession, PathError } from '@myriad/paths';
import type { OpenOptions } from '../paths/index.ts';
import { readAccount } from './accounts.ts';
import type { InstancePorts } from './ports.ts';

export interface RootPlace {
  readonly clusterId: string;
  readonly hostId: string;
  readonly directory: string;
}

/**
 * Root over the instance's own socket: with the cluster's password, else (a fresh data directory) without one. Whoever may
 * use that socket may read the data anyway.
 */
export async function openRoot(
  ports: InstancePorts,
  place: RootPlace,
  options: OpenOptions = {},
): Promise<MysqlSession> {
  const { password: known } = await readAccount(ports, ports.db, place.clusterId, 'root');
  const { socket } = layoutOf(place.directory);
  const hop = { at: { socket }, user: 'root', tls: 'off' } as const;
  // A replica learns the password by replication, maybe just between the first try and the second: hence the third.
  for (const password of [known, '']) {
    try {
      return await ports.access.openMysqlAt(place.hostId, { ...hop, password }, options);
    } catch (error) {
      if (!(error instanceof PathError) || error.code !== 'LOGIN_REFUSED') throw error;
    }
  }
  return ports.access.openMysqlAt(place.hostId, { ...hop, password: known }, options);
}
