import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { withFileLock } from '../file-lock.ts';
import { mustRun } from '../run-command.ts';
import type { ServerTree } from '../trees/tree.ts';

/** As root the server has to be told that this is meant. */
export const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

/** Where the tree's parts are: the compiled-in places do not exist. */
export const treeArguments = ({ directory }: ServerTree): string[] => [
  `--basedir=${directory}`,
  `--lc-messages-dir=${directory}/share`,
  `--plugin-dir=${directory}/lib/plugin`,
];

/**
 * Copies an initialised data directory to `folder`, unless there is data already. It is made once per tree (2-4 s) and then only copied (0.1 s): no
 * transaction in it, root@localhost without a password (reached by the socket alone), no identity yet.
 */
export async function copyDataTemplate(tree: ServerTree, folder: string): Promise<void> {
  if (await exists(folder)) return;
  const template = await ensureTemplate(tree);
  await mkdir(path.dirname(folder), { recursive: true });
  await mustRun('cp', ['-r', '--reflink=auto', '--sparse=always', template, folder]);
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function ensureTemplate(tree: ServerTree): Promise<string> {
  const identity = createHash('sha256')
    .update(`${tree.directory} ${tree.tarball?.sha256 ?? ''}`)
    .digest('hex')
    .slice(0, 8);
  const parent = path.join(cacheFolder(), 'data');
  const home = path.join(parent, `${tree.flavor}-${tree.version}-${identity}`);
  if (await exists(home)) return home;
  await withFileLock(path.join(parent, `${tree.flavor}.lock`), async () => {
    if (await exists(home)) return;
    const work = await mkdtemp(path.join(parent, '.making-'));
    try {
      await initialise(tree, path.join(work, 'data'));
      // Each copy makes its own identity and keys at its first start.
      await rm(path.join(work, 'data', 'auto.cnf'), { force: true });
      await rename(path.join(work, 'data'), home);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  return home;
}

async function initialise(tree: ServerTree, data: string): Promise<void> {
  if (tree.flavor === 'mysql') {
    const small = ['--innodb-redo-log-capacity=8M', '--disable-log-bin', '--log-error-verbosity=1'];
    const args = ['--no-defaults', '--initialize-insecure', `--datadir=${data}`, ...treeArguments(tree), ...small];
    await mustRun(path.join(tree.directory, 'bin/mysqld'), [...args, ...asRoot]);
    return;
  }
  await mustRun(path.join(tree.directory, 'scripts/mariadb-install-db'), [
    ...['--no-defaults', `--basedir=${tree.directory}`, `--datadir=${data}`, '--skip-name-resolve', '--skip-test-db'],
    ...['--auth-root-authentication-method=normal', '--innodb-log-file-size=8M', ...asRoot],
  ]);
}
