import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

export type LabFlavor = 'mysql' | 'mariadb';

/** An unpacked server: from the variable, else from the cache that `./myriad setup` fills. Undefined: skip by name. */
export async function findServerTree(flavor: LabFlavor): Promise<string | undefined> {
  const given = process.env[flavor === 'mysql' ? 'MYRIAD_MYSQL_TREE' : 'MYRIAD_MARIADB_TREE'];
  if (given) return given;
  const cache = process.env.MYRIAD_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'myriad');
  const trees = join(cache, 'trees');
  for (const outer of await readdir(trees).catch(() => [])) {
    if (!outer.startsWith(`${flavor}-`)) continue;
    const inner = (await readdir(join(trees, outer))).find((name) => existsSync(join(trees, outer, name, 'bin')));
    if (inner) return join(trees, outer, inner);
  }
  return undefined;
}

export interface LabMysqld extends AsyncDisposable {
  readonly port: number;
  readonly socket: string;
  /** Its data directory; MySQL leaves there the authority it made for itself. */
  readonly data: string;
}

/** A new server with the given start-up SQL (accounts …), loopback only, small. Removed at the end. */
export async function startMysqld(flavor: LabFlavor, tree: string, sql: readonly string[]): Promise<LabMysqld> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-mysqld-'));
  const socket = join(folder, 's');
  await writeFile(join(folder, 'init.sql'), `${sql.join(';\n')};\n`);
  const options = await initialise(flavor, tree, folder);
  for (let tried = 0; tried < 20; tried += 1) {
    const port = 21_000 + Math.floor(Math.random() * 500);
    const log = join(folder, `log-${tried}.err`);
    const child = spawn(
      join(tree, 'bin', flavor === 'mysql' ? 'mysqld' : 'mariadbd'),
      [...options, `--port=${port}`, `--socket=${socket}`, `--log-error=${log}`, `--init-file=${folder}/init.sql`],
      { stdio: 'ignore' },
    );
    if (await ready(child, log)) {
      const close = async () => {
        await stop(child);
        await rm(folder, { recursive: true, force: true });
      };
      return { port, socket, data: join(folder, 'data'), [Symbol.asyncDispose]: close };
    }
    await stop(child);
    const text = await readFile(log, 'utf8').catch(() => '');
    if (!/already in use|Can't start server: Bind|bind on unix socket/i.test(text)) throw new Error(text.slice(-3000));
  }
  throw new Error('no free port for the server');
}

async function initialise(flavor: LabFlavor, tree: string, folder: string): Promise<string[]> {
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const place = [`--basedir=${tree}`, `--datadir=${folder}/data`, `--plugin-dir=${pluginDirectory(tree)}`];
  const messages = `--lc-messages-dir=${join(tree, 'share', flavor === 'mysql' ? 'mysql' : 'mysql')}`;
  const small = ['--innodb-buffer-pool-size=32M', '--skip-log-bin', '--bind-address=127.0.0.1'];
  const common = ['--no-defaults', ...place, ...user, ...(existsSync(messages.slice(18)) ? [messages] : [])];
  if (flavor === 'mariadb') {
    const program = [join(tree, 'scripts', 'mariadb-install-db'), join(tree, 'bin', 'mariadb-install-db')].find(
      existsSync,
    );
    await promisify(execFile)(program ?? '', [...common, '--auth-root-authentication-method=normal', '--skip-test-db']);
    return [...common, ...small];
  }
  const own = ['--secure-file-priv=', '--mysqlx=OFF', '--performance-schema=OFF'];
  await promisify(execFile)(join(tree, 'bin', 'mysqld'), [...common, '--secure-file-priv=', '--initialize-insecure']);
  return [...common, ...own, ...small];
}

const pluginDirectory = (tree: string): string =>
  [join(tree, 'lib', 'plugin'), join(tree, 'lib', 'mysql', 'plugin')].find(existsSync) ?? join(tree, 'lib', 'plugin');

/** By the log: connecting would count as traffic the tests look at. */
async function ready(child: ChildProcess, log: string): Promise<boolean> {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    const text = await readFile(log, 'utf8').catch(() => '');
    if (/ready for connections/.test(text)) return true;
    await delay(50);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(kill);
}
