import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { identify, type LabHost } from '@myriad/lab';

/** A process of a host: its number as the host sees it, and when it began. */
export interface SeenProcess {
  readonly id: string;
  readonly argv: readonly string[];
}

const outside = (host: LabHost, path: string) => join(host.folder, path.slice(host.root.length));

function processesOf(host: LabHost): readonly SeenProcess[] {
  return host.processes().flatMap((pid) => {
    try {
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
      const inner = /^NSpid:.*?(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? String(pid);
      const began = identify(pid)?.startTicks;
      return began === undefined ? [] : [{ id: `${inner} ${began}`, argv }];
    } catch {
      return []; // gone meanwhile
    }
  });
}

/** What runs for the instance in `directory`: servers (those that only initialise are none), and their watchers. */
export function readProcesses(host: LabHost, directory: string) {
  const all = processesOf(host);
  const names = (argv: readonly string[], ...wanted: string[]) => wanted.includes(basename(argv[0] ?? ''));
  const ofIt = all.filter(({ argv }) => argv.some((word) => word.includes(`${directory}/`) || word === directory));
  return {
    servers: ofIt
      .filter(
        ({ argv }) => names(argv, 'mysqld', 'mariadbd') && !argv.some((word) => /--(initialize|bootstrap)/.test(word)),
      )
      .map(({ id }) => id),
    watchers: ofIt.filter(({ argv }) => argv.some((word) => word.endsWith('/supervise.sh'))).map(({ id }) => id),
  };
}

/** Told apart from a later one of the same name. */
function stamp(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { ino, birthtimeNs } = statSync(file, { bigint: true });
  return `${ino} ${birthtimeNs}`;
}

/**
 * What the steps of a deploy leave on a host, each so that a thing made twice shows: another file or folder of the same name,
 * another process.
 */
export function readMarks(host: LabHost, directory: string): Readonly<Record<string, string | undefined>> {
  const at = outside(host, directory);
  const packages = join(at, '../../packages');
  const unpacked = existsSync(packages) ? readdirSync(packages).filter((name) => /^[a-z].*[0-9a-f]$/.test(name)) : [];
  const { servers } = readProcesses(host, directory);
  return {
    package: unpacked[0] && stamp(join(packages, unpacked[0])),
    folder: stamp(at),
    optionFile: stamp(join(at, 'my.cnf')),
    data: stamp(join(at, 'data')),
    tablespace: existsSync(join(at, '.initialised')) ? stamp(join(at, 'data/ibdata1')) : undefined,
    initialised: stamp(join(at, '.initialised')),
    serverUuid: stamp(join(at, 'data/auto.cnf')),
    server: servers.length === 0 ? undefined : servers.join(' and '),
  };
}

/** How often a line stands in the instance's error log. */
export function countInLog(host: LabHost, directory: string, pattern: RegExp): number {
  const file = join(outside(host, directory), 'log/error.log');
  return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(pattern)].length : 0;
}

/** How often the instance's own binlog says so. */
export function countInBinlog(host: LabHost, directory: string, pattern: RegExp): number {
  const folder = join(outside(host, directory), 'binlog');
  return readdirSync(folder)
    .filter((name) => /\.\d+$/.test(name))
    .reduce((sum, name) => sum + [...readFileSync(join(folder, name), 'latin1').matchAll(pattern)].length, 0);
}
