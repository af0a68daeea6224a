import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../cache-folder.ts';
import { withFileLock } from '../file-lock.ts';
import { CommandMissing, mustRun } from '../run-command.ts';
import type { Say } from '../words.ts';
import { buildTree, readServerVersion, readUnrelocatedVersion } from './build-tree.ts';
import { PackagesUnavailable } from './fetch-packages.ts';
import { type Flavor, recipes, type ServerRecipe } from './recipes.ts';
import { architecture, type MissingTree, type ServerTree } from './tree.ts';

export interface EnsureTreeOptions {
  readonly say?: Say;
  /** Try to make a fresh one even when one is cached; the cached one remains the fall-back, and it is said. */
  readonly refresh?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * A server tree: the one named by MYRIAD_MYSQL_TREE / MYRIAD_MARIADB_TREE, else the cached one, else one made now from
 * the package manager's packages (some 70 MB to download, about 20 s). Safe to call from several processes at once.
 */
export async function ensureTree(flavor: Flavor, options: EnsureTreeOptions = {}): Promise<ServerTree | MissingTree> {
  const { say = () => {}, refresh = false, env = process.env } = options;
  const recipe = recipes[flavor];
  const variable = variableOf(flavor);
  const given = env[variable];
  if (given) return readGivenTree(recipe, variable, given);

  const folder = path.join(cacheFolder(env), 'trees');
  const found = await findCachedTree(folder, flavor);
  if (found && !refresh) return found;
  return withFileLock(
    path.join(folder, `${flavor}.lock`),
    async () => {
      const cached = await findCachedTree(folder, flavor);
      if (cached && !refresh) return cached;
      try {
        return await makeTree(folder, recipe, say);
      } catch (error) {
        return fallBack(error, cached, flavor, say);
      }
    },
    () =>
      say({
        en: `Waiting: another run is making the ${flavor} tree…`,
        zh: `等待中：另一次运行正在制作 ${flavor} 目录树……`,
      }),
  );
}

const variableOf = (flavor: Flavor) => `MYRIAD_${flavor.toUpperCase()}_TREE`;

async function readGivenTree(recipe: ServerRecipe, variable: string, given: string): Promise<ServerTree | MissingTree> {
  const directory = path.resolve(given);
  try {
    const version = await readServerVersion(directory, recipe.server);
    return { flavor: recipe.flavor, version, directory, architecture, source: 'vendor' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words = {
      en: `${variable} points to ${directory}, but bin/${recipe.server} does not run there: ${why}`,
      zh: `${variable} 指向 ${directory}，但其中的 bin/${recipe.server} 无法运行：${why}`,
    };
    return { missing: true, flavor: recipe.flavor, words };
  }
}

async function findCachedTree(folder: string, flavor: Flavor): Promise<ServerTree | undefined> {
  const prefix = `${flavor}-`;
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.startsWith(prefix) && name.endsWith(`-${architecture}`),
  );
  const newest = names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (!newest) return undefined;
  const label = await readFile(path.join(folder, newest, 'TREE.json'), 'utf8').catch(() => undefined);
  if (!label) return undefined;
  const { version, tarball } = JSON.parse(label) as Pick<ServerTree, 'version' | 'tarball'>;
  // The label keeps names relative, so that a moved cache folder only needs a relocation.
  const directory = path.join(folder, newest, `${flavor}-${version}`);
  const shipped = tarball && { ...tarball, file: path.join(folder, newest, tarball.file) };
  return { flavor, version, directory, architecture, source: 'distribution', ...(shipped ? { tarball: shipped } : {}) };
}

async function makeTree(folder: string, recipe: ServerRecipe, say: Say): Promise<ServerTree> {
  const { flavor } = recipe;
  say({
    en: `Making a ${flavor} tree for demo and tests from the package manager's packages (once; about half a minute)…`,
    zh: `正在用系统软件包制作供演示和测试使用的 ${flavor} 目录树（只需一次，约半分钟）……`,
  });
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(path.join(folder, `.making-${flavor}-`));
  try {
    const built = await buildTree(work, recipe, say);
    const version = await readUnrelocatedVersion(built, recipe.server);
    const note = 'Made of a distribution package for demo and tests only. Production installs vendor packages.';
    const label = { flavor, version, architecture, source: 'distribution', note };
    await writeFile(path.join(built, 'MYRIAD-TREE.json'), `${JSON.stringify(label, null, 2)}\n`);
    const same = await findCachedTree(folder, flavor);
    if (same?.version === version && (await madeOfTheSame(built, same.directory))) return same; // it may be running
    const ready = path.join(work, 'ready');
    await mkdir(ready);
    await rename(built, path.join(ready, `${flavor}-${version}`));
    say({ en: 'Packing it for hosts…', zh: '正在打包，以便分发到主机……' });
    const tarball = await packTree(ready, `${flavor}-${version}`, `${flavor}-${version}-linux-${architecture}.tar.gz`);
    await writeFile(path.join(ready, 'TREE.json'), `${JSON.stringify({ ...label, tarball }, null, 2)}\n`);
    const home = path.join(folder, `${flavor}-${version}-${architecture}`);
    // Relocated before it appears under its name: found there means ready.
    await mustRun('sh', [
      path.join(ready, `${flavor}-${version}`, 'relocate.sh'),
      path.join(home, `${flavor}-${version}`),
    ]);
    await rm(home, { recursive: true, force: true });
    await rename(ready, home);
    const tree = await findCachedTree(folder, flavor);
    if (!tree) throw new Error(`the ${flavor} tree was made but cannot be found in ${folder}`);
    say({ en: `${flavor} ${version} is ready.`, zh: `${flavor} ${version} 已就绪。` });
    return tree;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function madeOfTheSame(one: string, other: string): Promise<boolean> {
  const packages = (tree: string) => readFile(path.join(tree, 'PACKAGES'), 'utf8').catch(() => undefined);
  return (await packages(one)) === (await packages(other));
}

/** One top folder, sorted, without owners and times: the same tree gives the same bytes. gzip, since every host has it. */
async function packTree(folder: string, top: string, name: string): Promise<ServerTree['tarball'] & object> {
  const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  const file = path.join(folder, name);
  await mustRun('tar', [...same, '--use-compress-program=gzip -n -3', '-cf', file, '-C', folder, top]);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { file: name, sha256: hash.digest('hex'), sizeBytes: (await stat(file)).size };
}

function fallBack(error: unknown, cached: ServerTree | undefined, flavor: Flavor, say: Say): ServerTree | MissingTree {
  const expected = error instanceof PackagesUnavailable || error instanceof CommandMissing;
  const why = error instanceof Error ? error.message : String(error);
  if (cached) {
    say({
      en: `No fresh ${flavor} tree could be made (${why}). Using the cached ${cached.version}.`,
      zh: `无法制作新的 ${flavor} 目录树（${why}）。改用缓存中的 ${cached.version}。`,
    });
    return cached;
  }
  if (!expected) throw error;
  const variable = variableOf(flavor);
  const words = {
    en: `No ${flavor} server can be had from the package manager today (${why}). Unpack a vendor tarball and set ${variable} to its folder.`,
    zh: `今天无法从系统软件源获得 ${flavor}（${why}）。请解压一份官方 tarball，并将 ${variable} 设为其目录。`,
  };
  return { missing: true, flavor, words };
}
