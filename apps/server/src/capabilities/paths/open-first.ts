import { PathError } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { HostRecord } from '../metadata/index.ts';
import type { PathParts } from './parts.ts';
import { type HostHop, resolvePath } from './resolve-path.ts';

/** A path that fails for one of these may have a neighbour that works; anything else would only be hidden by trying on. */
const tryNext = new Set(['HOP_UNREACHABLE', 'TIMED_OUT', 'LOGIN_REFUSED', 'CONNECTION_LOST', 'NOT_POSSIBLE_HERE']);

/**
 * Opens a host's stored paths in their order, the first that works. A host key that is unknown or has changed ends the search:
 * going round it by another way would be to overlook it. All failing, the first path's error is thrown, it is the one meant.
 */
export async function openFirst<T>(
  parts: PathParts,
  host: HostRecord,
  open: (hops: readonly HostHop[]) => Promise<T>,
): Promise<T> {
  let first: unknown;
  for (const spec of host.paths) {
    try {
      return await open(await resolvePath(parts, host, spec));
    } catch (error) {
      if (!(error instanceof PathError) || !tryNext.has(error.code)) throw error;
      first ??= error;
    }
  }
  throw first ?? new ProblemError('HOST_HAS_NO_PATH', { name: host.name });
}
