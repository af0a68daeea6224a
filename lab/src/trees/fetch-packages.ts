import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mustRun, runCommand } from '../run-command.ts';
import type { Say } from '../words.ts';

export interface FetchedPackages {
  /** Everything the packages contain, unpacked over each other; never installed. */
  readonly root: string;
  /** `name_version_architecture`, sorted. */
  readonly packages: readonly string[];
}

/** The machine has no such package manager, or it offers no such package today. The message says which. */
export class PackagesUnavailable extends Error {}

export interface FetchOptions {
  readonly suite: 'development' | 'own';
  readonly say: Say;
  /** These packages and none of those they need: for files that are only read. */
  readonly alone?: boolean;
  /** Which files to unpack, as patterns of tar (`*.sql`). Default: all. */
  readonly members?: readonly string[];
}

/**
 * Downloads packages with everything they need, down to the C library, into `folder` and unpacks them there, as any
 * user: apt works on its own empty status file and lists, so nothing on the machine changes. The mirror is the one the
 * machine itself uses.
 */
export async function fetchPackages(
  folder: string,
  names: readonly string[],
  { suite, say, alone = false, members }: FetchOptions,
): Promise<FetchedPackages> {
  const archives = path.join(folder, 'cache', 'archives');
  const root = path.join(folder, 'root');
  await mkdir(path.join(archives, 'partial'), { recursive: true });
  await mkdir(path.join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(root);
  await writeFile(path.join(folder, 'status'), '');
  await writeFile(path.join(folder, 'sources.list'), (await sourceLines(suite)).join('\n'));

  say({ en: 'Reading the list of packages…', zh: '正在读取软件包列表……' });
  await apt(folder, ['update']);
  const wanted = [...(alone ? ['download'] : ['-y', 'install']), ...names];
  const plan = await apt(folder, ['--print-uris', ...wanted]);
  const sizes = plan.split('\n').flatMap((line) => line.match(/^'.*' \S+ (\d+) /)?.[1] ?? []);
  const total = megabytes(sizes.reduce((sum, size) => sum + Number(size), 0));
  say({
    en: `Downloading ${sizes.length} packages, ${total} MB…`,
    zh: `正在下载 ${sizes.length} 个软件包，共 ${total} MB……`,
  });
  const progress = setInterval(() => {
    void sizeOf(archives).then((bytes) =>
      say({ en: `… ${megabytes(bytes)} of ${total} MB`, zh: `……已下载 ${megabytes(bytes)} / ${total} MB` }),
    );
  }, 5_000);
  try {
    await apt(folder, alone ? wanted : ['--download-only', ...wanted], archives);
  } finally {
    clearInterval(progress);
  }

  const files = (await readdir(archives)).filter((name) => name.endsWith('.deb')).sort();
  say({ en: `Unpacking ${files.length} packages…`, zh: `正在解包 ${files.length} 个软件包……` });
  for (const file of files) await unpack(path.join(archives, file), root, members);
  return { root, packages: files.map((file) => decodeURIComponent(file.replace(/\.deb$/, ''))) };
}

async function unpack(file: string, root: string, members: readonly string[] | undefined): Promise<void> {
  if (members === undefined) {
    await mustRun('dpkg-deb', ['-x', file, root]);
    return;
  }
  const tar = `${file}.tar`;
  await mustRun('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" > "$2"', 'sh', file, tar]);
  // tar ends with 2 where one of the patterns matches nothing; what matters is what is there afterwards.
  await runCommand('tar', ['-x', '-f', tar, '-C', root, '--wildcards', '--no-anchored', ...members]);
  await rm(tar, { force: true });
}

async function apt(folder: string, args: readonly string[], cwd?: string): Promise<string> {
  const settings = {
    'Dir::Etc::sourcelist': path.join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State::Lists': path.join(folder, 'lists'),
    'Dir::State::status': path.join(folder, 'status'), // empty: everything counts as not installed
    'Dir::Cache': path.join(folder, 'cache'),
    'Debug::NoLocking': '1', // only our own folders are touched
    'APT::Sandbox::User': '',
    'APT::Install-Recommends': '0',
    'APT::Keep-Downloaded-Packages': '1',
    'Acquire::Retries': '3',
    'Acquire::Languages': 'none',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  const result = await runCommand('apt-get', ['-qq', ...options, ...args], {
    env,
    ...(cwd === undefined ? {} : { cwd }),
    limitMilliseconds: 1_800_000,
  });
  // `update` ends with 0 even when no list could be fetched; it then says so with W: or E: lines.
  const lists = args[0] === 'update' ? await readdir(path.join(folder, 'lists')) : [];
  const noLists = args[0] === 'update' && !lists.some((name) => name.includes('Packages'));
  if (result.code === 0 && !noLists) return result.stdout;
  const why = result.stderr
    .split('\n')
    .filter((line) => /^[EW]:/.test(line))
    .slice(-3)
    .join(' ');
  throw new PackagesUnavailable(why || `apt-get ${args[0]} ended with ${result.code}`);
}

/** Source lines for the machine's own release, or for the distribution's development suite on the same mirror. */
async function sourceLines(suite: 'development' | 'own'): Promise<string[]> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const value = (key: string) => release.match(new RegExp(`^${key}="?([^"\n]*)"?$`, 'm'))?.[1] ?? '';
  if (value('ID') !== 'debian') throw new PackagesUnavailable('this machine does not run Debian');
  const codename = value('VERSION_CODENAME');
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
  const targets = (await mustRun('apt-get', ['indextargets', '--format', format, 'Identifier: Packages']))
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([uri, name, component]) => (uri && name && component === 'main' ? [{ uri, name }] : []));
  const own = targets.filter(({ name }) => name === codename || name.startsWith(`${codename}-`));
  const mirror = own.find(({ name }) => name === codename) ?? own[0];
  if (!mirror) throw new PackagesUnavailable('no package source of this release is configured');
  if (suite === 'own') return [...new Set(own.map(({ uri, name }) => sourceLine(uri, name)))];
  return [sourceLine(mirror.uri, 'sid')];
}

const sourceLine = (uri: string, suite: string) =>
  `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${uri} ${suite} main`;

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // A finished file moves out of partial/ while we look.
    bytes += await stat(path.join(entry.parentPath, entry.name)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return bytes;
}

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
