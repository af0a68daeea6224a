import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { withFileLock } from '../file-lock.ts';
import { findProgram, isExecutable } from '../find-program.ts';
import { CommandMissing, mustRun } from '../run-command.ts';
import type { Say, Words } from '../words.ts';
import { buildAsItIs, buildTree } from './build-tree.ts';
import { PackagesUnavailable } from './fetch-packages.ts';
import { toolRecipes } from './recipes.ts';
import { architecture } from './tree.ts';

export interface Tool {
  readonly program: string;
  /** `machine`: it was there. `packages`: unpacked into the cache, nothing was installed. */
  readonly source: 'machine' | 'packages';
}

export interface MissingTool {
  readonly missing: true;
  readonly words: Words;
}

/** A program of the machine; some (see toolRecipes) are otherwise unpacked from packages into the cache. */
export async function ensureTool(
  name: string,
  { say = () => {} }: { readonly say?: Say } = {},
): Promise<Tool | MissingTool> {
  const found = await findProgram(name);
  if (found) return { program: found, source: 'machine' };
  if (!toolRecipes[name]) return missing(name);
  try {
    return { program: path.join(await ensureToolTree(name, say), 'bin', name), source: 'packages' };
  } catch (error) {
    if (error instanceof PackagesUnavailable || error instanceof CommandMissing) return missing(name, error.message);
    throw error;
  }
}

/**
 * The folder of a tool unpacked from the machine's own packages, made when it is not cached.
 * @throws PackagesUnavailable, CommandMissing when that cannot be done here.
 */
export async function ensureToolTree(name: string, say: Say): Promise<string> {
  const recipe = toolRecipes[name];
  if (!recipe) throw new Error(`there is no recipe for a tool named ${name}`);
  const folder = path.join(cacheFolder(), 'tools');
  const home = path.join(folder, `${name}-${architecture}`);
  if (await isExecutable(path.join(home, 'bin', name))) return home;
  return withFileLock(path.join(folder, `${name}.lock`), async () => {
    if (await isExecutable(path.join(home, 'bin', name))) return home;
    say({
      en: `Unpacking ${name} from the package manager's packages (once)…`,
      zh: `正在从系统软件包中解出 ${name}（只需一次）……`,
    });
    await mkdir(folder, { recursive: true });
    const work = await mkdtemp(path.join(folder, `.making-${name}-`));
    try {
      const tree = await (recipe.asItIs ? buildAsItIs : buildTree)(work, recipe, say);
      // Relocated before it appears under its name: found there means ready.
      if (!recipe.asItIs) await mustRun('sh', [path.join(tree, 'relocate.sh'), home]);
      await rename(tree, home);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return home;
  });
}

function missing(name: string, why?: string): MissingTool {
  const because = why ? ` (${why})` : '';
  const words = {
    en: `There is no ${name} on this machine${because}: install it and run this again.`,
    zh: `本机没有 ${name}${because}：请安装后重新运行。`,
  };
  return { missing: true, words };
}
