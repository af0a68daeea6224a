import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readlink, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of finished builds: one folder each, and `current`, a link to the one that counts. */
export interface KeptBuilds {
  readonly folder: string;
}

const dayMs = 24 * 3_600_000;
/** A platform that runs serves the build it started with: one goes only so long after another took its place. */
const keptMs = 60 * dayMs;
/** What a build that was cut off left behind. */
const unfinishedMs = dayMs;
const unfinished = '.building-';

/** The build that counts, or undefined when there is none. */
export async function currentBuild({ folder }: KeptBuilds): Promise<{ name: string; folder: string } | undefined> {
  const name = await readlink(join(folder, 'current')).catch(() => undefined);
  if (name === undefined || !existsSync(join(folder, name, 'index.html'))) return undefined;
  return { name, folder: join(folder, name) };
}

/**
 * Builds into a new folder beside the others, then makes it the current one in one move. Of two builds of the same name the
 * first one done is kept. Gives the folder. @throws what `build` throws; then nothing has changed.
 */
export async function keepBuild(
  { folder }: KeptBuilds,
  name: string,
  build: (into: string) => Promise<unknown>,
): Promise<string> {
  const target = join(folder, name);
  await mkdir(folder, { recursive: true });
  if (!existsSync(join(target, 'index.html'))) {
    const into = join(folder, unfinished + randomUUID());
    try {
      await build(into);
      // Half of a build, left by somebody who removed it and was cut off.
      if (existsSync(target) && !existsSync(join(target, 'index.html'))) await removeBuild(folder, name);
      await rename(into, target).catch((error: unknown) => {
        if (!existsSync(join(target, 'index.html'))) throw error;
      });
    } finally {
      await rm(into, { recursive: true, force: true });
    }
  }
  const before = await currentBuild({ folder });
  const now = new Date();
  if (before) await utimes(before.folder, now, now);
  // A link is replaced by renaming another one over it: there is no moment without one.
  const link = join(folder, `.current-${randomUUID()}`);
  await symlink(name, link);
  await rename(link, join(folder, 'current'));
  await removeOld(folder, name);
  return target;
}

async function removeOld(folder: string, current: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry === 'current' || entry === current) continue;
    const found = await stat(join(folder, entry)).catch(() => undefined);
    const most = entry.startsWith(unfinished) ? unfinishedMs : keptMs;
    if (found && Date.now() - found.mtimeMs > most) await removeBuild(folder, entry);
  }
}

/** Out of the way first: cut off half way, it is no build that lacks some of its files. */
async function removeBuild(folder: string, name: string): Promise<void> {
  const aside = join(folder, unfinished + randomUUID());
  await rename(join(folder, name), aside).catch((error: NodeJS.ErrnoException) => {
    // Somebody else has just removed it.
    if (error.code !== 'ENOENT') throw error;
  });
  await rm(aside, { recursive: true, force: true });
}
