import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderIn } from './bundle-file.ts';

/** In milliseconds: bundling takes seconds; where it fails or was killed nobody tries again sooner. */
const holdsFor = 5 * 60_000;

/**
 * Whether the caller is to bundle now: where the bundler is installed, the folder can be written, and nobody else has
 * begun lately. Of many who ask at the same moment one is told yes.
 */
export async function claimBundling(root: string, now: number): Promise<boolean> {
  if (!hasBundler(root)) return false;
  const lock = join(folderIn(root), 'begun');
  try {
    await mkdir(dirname(lock), { recursive: true });
    const begunAt = await stat(lock).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    // Two who find an old one at once may both bundle: what they make is put there whole, and is the same.
    if (begunAt !== undefined && now - begunAt > holdsFor) await rm(lock, { force: true });
    await writeFile(lock, '', { flag: 'wx' });
    return true;
  } catch {
    // Somebody else has it, or nobody may write here: a review goes on without.
    return false;
  }
}

function hasBundler(root: string): boolean {
  try {
    return findPackageJSON('rolldown', pathToFileURL(join(root, 'apps/cli/src/main.ts'))) !== undefined;
  } catch {
    return false;
  }
}
