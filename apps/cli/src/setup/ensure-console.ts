import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun, type Say } from '@myriad/lab';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const web = join(root, 'apps', 'web');
const dist = join(web, 'dist');
const stamp = join(dist, '.built-from');

/** Builds the console when its sources are newer than what was built. @throws with the build's own words. */
export async function ensureConsole({ say }: { readonly say: Say }): Promise<string> {
  const wanted = await sourcesHash();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return dist;
  say({ en: 'Building the console (about ten seconds)…', zh: '正在构建控制台（约十秒）……' });
  await mustRun(process.execPath, [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    web,
    '--logLevel',
    'warn',
  ]);
  await writeFile(stamp, wanted);
  return dist;
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [join(web, 'src'), join(web, 'public'), join(root, 'packages', 'contract', 'src')]) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort())
      hash.update(file.slice(root.length)).update(await readFile(file));
  }
  for (const file of ['apps/web/index.html', 'apps/web/vite.config.ts', 'package-lock.json'])
    hash.update(await readFile(join(root, file)));
  return hash.digest('hex');
}
