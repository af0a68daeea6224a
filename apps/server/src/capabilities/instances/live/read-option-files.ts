import type { Words } from '@myriad/contract';
import { layoutOf, parseOptionFile } from '@myriad/mysql';
import type { InstanceRecord } from '../../metadata/index.ts';
import type { LivePorts } from './ports.ts';
import { silenceWords } from './refusal-words.ts';

/** A real option file has a few KiB. */
const mostBytes = 256 * 1024;
const mostFiles = 8;
const limitSeconds = 10;

export interface OptionFiles {
  readonly files: readonly string[];
  /** By name as variables have it; the last one wins. */
  readonly values: ReadonlyMap<string, string>;
  readonly because?: Words;
}

const none: Omit<OptionFiles, 'because'> = { files: [], values: new Map() };

/**
 * What the option files of a server say, by way of its host. Of an instance deployed here its own file; of any other the files
 * the server says its values come from, as far as they look like option files: a server that lies names whatever it likes.
 */
export async function readOptionFiles(
  { db, metadata, access }: LivePorts,
  instance: InstanceRecord,
  told: readonly string[],
): Promise<OptionFiles> {
  const host = await metadata.getHost(db, instance.hostId);
  if (host.paths.length === 0)
    return {
      ...none,
      because: {
        en: 'The platform has no way to the host, so the option file is not read.',
        zh: '平台没有到该主机的访问路径，因此未读取配置文件。',
      },
    };
  const named = instance.packageId === null ? told.filter(looksLikeOptions) : [layoutOf(instance.directory).optionFile];
  const files = [...new Set(named)].slice(0, mostFiles);
  if (files.length === 0)
    return {
      ...none,
      because: { en: 'The server does not say which option file it read.', zh: '服务器未说明读取了哪个配置文件。' },
    };
  try {
    const signal = AbortSignal.timeout(limitSeconds * 1000);
    await using session = await access.openHost(instance.hostId, { signal });
    const values = new Map<string, string>();
    const read: string[] = [];
    for (const file of files) {
      const argv = ['head', '-c', String(mostBytes), '--', file];
      const { code, stdout } = await session.exec(argv, { signal, maxOutputBytes: mostBytes * 2 });
      if (code !== 0) continue;
      read.push(file);
      for (const [name, value] of optionsIn(stdout, instance)) values.set(name, value);
    }
    if (read.length > 0) return { files: read, values };
    return { ...none, because: { en: 'The option file cannot be read there.', zh: '无法在主机上读取配置文件。' } };
  } catch (error) {
    return { ...none, because: silenceWords(error) };
  }
}

const looksLikeOptions = (path: string): boolean => /^\/[\w./+@-]+\.(cnf|ini)$/.test(path) && !path.includes('..');

/** Sections this server reads. `loose_` only means: no error where it is not known. Pure. */
export function optionsIn(
  text: string,
  { flavor, version }: Pick<InstanceRecord, 'flavor' | 'version'>,
): readonly (readonly [name: string, value: string])[] {
  const series = /^\d+\.\d+/.exec(version)?.[0] ?? '';
  const own = flavor === 'mysql' ? ['mysqld', 'server'] : ['mysqld', 'server', 'mariadb', 'mariadbd'];
  const sections = new Set([...own, ...own.map((name) => `${name}-${series}`)]);
  let parsed: ReturnType<typeof parseOptionFile>;
  try {
    parsed = parseOptionFile(text);
  } catch {
    return [];
  }
  return parsed.sections
    .filter(({ name }) => sections.has(name))
    .flatMap(({ lines }) => lines)
    .map(({ name, value }): readonly [string, string] => {
      const plain = name
        .toLowerCase()
        .replaceAll('-', '_')
        .replace(/^loose_/, '');
      return [plain, value ?? 'ON'];
    });
}
