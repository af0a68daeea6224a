import { openKeyFile } from './key-file.ts';
import { type KeyRing, parseKeys } from './key-ring.ts';

/** The keys of this installation: from the environment where they are given there, else from the key file, made at first run. */
export async function openKeys(given: {
  readonly key?: string | undefined;
  readonly keyFile: string;
}): Promise<{ readonly keys: KeyRing; readonly made: boolean }> {
  if (given.key !== undefined) return { keys: parseKeys(given.key), made: false };
  return openKeyFile(given.keyFile);
}
