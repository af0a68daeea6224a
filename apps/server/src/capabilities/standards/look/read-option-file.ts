import { type Flavor, layoutOf, type Part, parameterName, parameterOfOption, parseOptionFile } from '@myriad/mysql';
import type { InstanceRecord } from '../../metadata/index.ts';
import type { Access, OpenOptions } from '../../paths/index.ts';
import { notRead } from '../judge/seen.ts';

const serverSections = new Set(['mysqld', 'server', 'mariadb', 'mariadbd']);
const mostBytes = 256 * 1024;

/** The text of the option file of an instance the platform deployed. @throws PathError, or an Error where it cannot be read */
export async function readOptionText(
  access: Access,
  { hostId, directory }: Pick<InstanceRecord, 'hostId' | 'directory'>,
  options: OpenOptions = {},
): Promise<string> {
  await using session = await access.openHost(hostId, options);
  const { optionFile } = layoutOf(directory);
  const limits = { maxOutputBytes: mostBytes, ...(options.signal ? { signal: options.signal } : {}) };
  const { code, stdout, stderr } = await session.exec(['cat', optionFile], limits);
  if (code !== 0) throw new Error(`${optionFile}: ${stderr.trim().slice(0, 200)}`);
  return stdout;
}

/** By parameter name; an option without a value is a switch that is on. The last line of a name counts. */
export function settingsOf(text: string, flavor: Flavor): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const { name, lines } of parseOptionFile(text).sections)
    if (serverSections.has(name))
      for (const { name: option, value = 'ON' } of lines)
        settings[parameterOfOption({ flavor }, option)?.name ?? parameterName(option)] = value;
  return settings;
}

/** What the server would start with, where its option file is ours. */
export async function readFileSettings(
  access: Access,
  instance: InstanceRecord,
  options: OpenOptions = {},
): Promise<Part<Readonly<Record<string, string>>>> {
  if (instance.packageId === null) return notRead('the option file is not ours');
  try {
    return { ok: true, value: settingsOf(await readOptionText(access, instance, options), instance.flavor) };
  } catch (error) {
    options.signal?.throwIfAborted();
    return notRead(error instanceof Error ? error.message.slice(0, 300) : 'unknown');
  }
}
