import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Db } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { readPackageName, type ServerPackage } from './server-package.ts';
import { insertPackage, movePackage, selectPackage, selectPackages } from './store.ts';

interface Parts {
  readonly db: Db;
  readonly clock: Clock;
}

const run = promisify(execFile);
// tar finds its decompressors over PATH, gpg its keys over HOME; they see nothing else of our environment, which may hold keys.
const programs = { PATH: '/usr/local/bin:/usr/bin:/bin' };
const gpgEnvironment = { ...programs, HOME: homedir() };
const listLimits = { maxBuffer: 64 * 1024 * 1024, timeout: 300_000, env: programs };

/**
 * Takes a server tarball that lies on the platform's machine into the library: reads what it is, its hash and its plugins.
 * The same archive again keeps its id. Throws PACKAGE_UNREADABLE where the file is no server package.
 */
export async function registerPackage({ db, clock }: Parts, file: string): Promise<ServerPackage> {
  const refuse = (reason: string) => new ProblemError('PACKAGE_UNREADABLE', { file, reason });
  const { size } = await stat(file).catch(() => {
    throw refuse('there is no such file');
  });
  const sha256 = await hashOf(file);
  const known = await selectPackage(db, { sha256 });
  if (known) {
    if (known.file !== file) await inTransaction(db, (tx) => movePackage(tx, known.id, file));
    return { ...known, file };
  }
  const { stdout } = await run('tar', ['-tf', file], listLimits).catch((error: unknown) => {
    throw refuse(`tar cannot list it: ${error instanceof Error ? error.message : error}`);
  });
  const entries = stdout.split('\n').map((entry) => entry.replace(/^\.\//, ''));
  const top = entries[0]?.split('/')[0] ?? '';
  const read = readPackageName(path.basename(file)) ?? readPackageName(top);
  if (!read) throw refuse('flavour, version or processor cannot be told from its name');
  const program = `${top}/bin/${read.flavor === 'mysql' ? 'mysqld' : 'mariadbd'}`;
  if (!entries.includes(program)) throw refuse(`there is no ${program} in it`);
  const plugins = entries.flatMap((entry) => /\/lib\/plugin\/([^/]+\.so)$/.exec(entry)?.[1] ?? []);
  const made = entries.includes(`${top}/MYRIAD-TREE.json`);
  const serverPackage: ServerPackage = {
    id: newId(),
    ...read,
    needsGlibc: made ? '' : read.needsGlibc,
    sha256,
    sizeBytes: size,
    signature: await readSignature(file, refuse),
    source: made ? 'distribution' : 'vendor',
    file,
    plugins,
    addedAt: clock.now(),
  };
  await inTransaction(db, (tx) => insertPackage(tx, serverPackage));
  return serverPackage;
}

/** Takes every tarball of a folder into the library. What cannot be read is returned, not thrown: one bad file stops nobody. */
export async function registerPackagesIn(
  parts: Parts,
  folder: string,
): Promise<{
  readonly registered: readonly ServerPackage[];
  readonly refused: readonly { file: string; reason: string }[];
}> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(tar|tgz)(\.\w+)?$/.test(name)).sort();
  const known = new Map((await selectPackages(parts.db)).map((each) => [each.file, each]));
  const registered: ServerPackage[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      const before = known.get(file);
      const unchanged = before && (await stat(file)).size === before.sizeBytes;
      registered.push(unchanged ? before : await registerPackage(parts, file));
    } catch (error) {
      const reason = error instanceof ProblemError ? String(error.values.reason ?? error.code) : String(error);
      refused.push({ file, reason });
    }
  }
  return { registered, refused };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * A detached signature beside the archive (`.asc`, `.sig`) is verified with the keys of the platform's own account. One that
 * cannot be checked is no package without a signature: it is refused.
 */
async function readSignature(
  file: string,
  refuse: (reason: string) => ProblemError,
): Promise<ServerPackage['signature']> {
  for (const signature of [`${file}.asc`, `${file}.sig`]) {
    const there = await access(signature).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    return run('gpg', ['--batch', '--verify', signature, file], { timeout: 300_000, env: gpgEnvironment }).then(
      () => 'verified' as const,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') return 'bad';
        throw refuse('a signature lies beside it, and gpg is not there to check it');
      },
    );
  }
  return 'none';
}
