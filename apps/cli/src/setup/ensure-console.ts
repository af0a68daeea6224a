import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun, type Say } from '@myriad/lab';
import { currentBuild, type KeptBuilds, keepBuild } from './kept-builds.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const web = join(root, 'apps', 'web');
const builds: KeptBuilds = { folder: join(web, 'dist') };
/** Somebody edits while it is built: then what was built is neither the old nor the new. */
const mostTries = 3;

/**
 * Builds the console when its sources are newer than what was built. Each build has a folder of its own and becomes the
 * current one in one move, so that two builds at once and a running platform do not disturb one another.
 * @throws with the build's own words.
 */
export async function ensureConsole({ say }: { readonly say: Say }): Promise<string> {
  let wanted = await sourcesHash();
  const current = await currentBuild(builds);
  if (current?.name === wanted) return current.folder;
  say({ en: 'Building the console (about ten seconds)…', zh: '正在构建控制台（约十秒）……' });
  for (let left = mostTries; ; left -= 1) {
    const name = wanted;
    const folder = await keepBuild(builds, name, (into) => build(into));
    wanted = await sourcesHash();
    if (wanted === name || left === 1) return folder;
  }
}

const build = (into: string) =>
  mustRun(process.execPath, [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    web,
    '--outDir',
    into,
    '--logLevel',
    'warn',
  ]);

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [join(web, 'src'), join(web, 'public'), join(root, 'packages', 'contract', 'src')]) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort())
      if (existsSync(file)) hash.update(file.slice(root.length)).update(await readFile(file));
  }
  for (const file of ['apps/web/index.html', 'apps/web/vite.config.ts', 'package-lock.json'])
    hash.update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 32);
}
