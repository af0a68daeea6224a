import { homedir } from 'node:os';
import path from 'node:path';

/** The one folder for everything fetched or built once: server trees, initialised data folders, Node's compile cache. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.MYRIAD_CACHE) return path.resolve(env.MYRIAD_CACHE);
  const base = env.XDG_CACHE_HOME;
  // The XDG rules: a relative value is to be ignored.
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'myriad');
}
