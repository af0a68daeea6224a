import { createPathPool } from '@myriad/paths';
import type { Access } from './access.ts';
import { createAccess } from './create-access.ts';
import { createWays } from './create-ways.ts';
import type { PathParts } from './parts.ts';
import { testPaths } from './test-paths.ts';
import type { HostWays } from './ways.ts';

export interface Paths {
  readonly access: Access;
  readonly ways: HostWays;
  /** Tries every stored path of a host, hop by hop. */
  testPaths(hostId: string): ReturnType<typeof testPaths>;
  /** Ends all kept connections; sessions still open are lost. */
  close(): Promise<void>;
}

/** The slice with a pool of connections of its own, or over a given one. */
export function createPaths(given: Omit<PathParts, 'pool'> & Partial<Pick<PathParts, 'pool'>>): Paths {
  const pool = given.pool ?? createPathPool();
  const parts: PathParts = { ...given, pool };
  return {
    access: createAccess(parts),
    ways: createWays(parts),
    testPaths: (hostId) => testPaths(parts, hostId),
    close: () => pool.close(),
  };
}
