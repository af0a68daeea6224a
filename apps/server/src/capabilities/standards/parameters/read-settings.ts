import type { Words } from '@myriad/contract';
import { dangerOf, findParameter, parameterName, parseVersion, readValue, roundedTo } from '@myriad/mysql';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { InstanceRecord } from '../../metadata/index.ts';

export interface Setting {
  readonly name: string;
  readonly value: string;
}

export interface Fault {
  readonly path: 'settings' | 'evenSo' | 'clusterId' | 'instanceId';
  readonly words: Words;
}

const faulty = (en: string, zh: string, path: Fault['path'] = 'settings'): Fault => ({ path, words: { en, zh } });

/** Lines into names and values; what is wrong with their form. */
export function splitSettings(lines: readonly string[]): {
  readonly settings: readonly Setting[];
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const settings: Setting[] = [];
  for (const line of lines) {
    const at = line.indexOf('=');
    const name = parameterName(at < 0 ? line : line.slice(0, at));
    if (at < 0 || !/^[a-z][a-z0-9_.]{1,63}$/.test(name))
      faults.push(
        faulty(`“${line.slice(0, 60)}” is not name = value.`, `“${line.slice(0, 60)}”不是“参数名 = 值”的形式。`),
      );
    else if (settings.some((each) => each.name === name))
      faults.push(faulty(`${name} stands there twice.`, `${name} 重复出现。`));
    else settings.push({ name, value: line.slice(at + 1).trim() });
  }
  return { settings, faults };
}

/** Values as this server takes them; everything that speaks against them at once. */
export function checkSettings(
  instance: Pick<InstanceRecord, 'name' | 'version' | 'flavor'>,
  settings: readonly Setting[],
  force: boolean,
): { readonly settings: readonly Setting[]; readonly faults: readonly Fault[] } {
  const version = parseVersion(instance.version, instance.flavor);
  const faults: Fault[] = [];
  const read = settings.flatMap(({ name, value }): Setting[] => {
    const parameter = findParameter(version, name);
    if (!parameter) {
      faults.push(
        faulty(
          `${name} is no parameter the platform knows of ${version.flavor} ${version.text}.`,
          `平台不认识 ${version.flavor} ${version.text} 的参数 ${name}。`,
        ),
      );
      return [];
    }
    if (parameter.change === 'never') {
      faults.push(faulty(`${name} is only told by the server; nobody can set it.`, `${name} 由服务器给出，不能设置。`));
      return [];
    }
    const found = readValue(parameter, value);
    if ('fault' in found) {
      faults.push(faulty(`${name} ${found.fault.en}`, `${name} ${found.fault.zh}`));
      return [];
    }
    const danger = dangerOf(name, found.value);
    if (danger?.how === 'never') faults.push(faulty(`${name} ${danger.words.en}`, `${name}：${danger.words.zh}`));
    else if (danger && !force)
      faults.push(
        faulty(
          `${name} = ${found.value} ${danger.words.en} Say “even so” if that is meant.`,
          `${name} = ${found.value}：${danger.words.zh}确需如此请选择“仍要执行”。`,
          'evenSo',
        ),
      );
    return [{ name, value: found.value }];
  });
  return { settings: read, faults };
}

type Server = Pick<InstanceRecord, 'name' | 'version' | 'flavor'>;

/**
 * Everything that speaks against the settings on any of these servers. One cluster may hold servers of several makes and
 * versions: what only some of them cannot take names those. Pure.
 */
export function faultsOn(servers: readonly Server[], settings: readonly Setting[], force: boolean): readonly Fault[] {
  const found = new Map<string, { readonly fault: Fault; readonly names: string[] }>();
  for (const server of servers)
    for (const fault of checkSettings(server, settings, force).faults) {
      const key = `${fault.path} ${fault.words.en}`;
      const known = found.get(key);
      if (known) known.names.push(server.name);
      else found.set(key, { fault, names: [server.name] });
    }
  return [...found.values()].map(({ fault, names }) =>
    names.length === servers.length ? fault : naming(fault, names),
  );
}

const naming = ({ path, words }: Fault, names: readonly string[]): Fault =>
  faulty(`${names.join(', ')}: ${words.en}`, `${names.join('、')}：${words.zh}`, path);

/**
 * The settings as one server spells them. Danger was weighed when they were asked for.
 * @throws ProblemError FORM_INVALID where it cannot take one of them
 */
export function settingsOn(server: Server, asked: readonly Setting[]): readonly Setting[] {
  const { settings, faults } = checkSettings(server, asked, true);
  if (faults.length > 0)
    throw new ProblemError(
      'FORM_INVALID',
      {},
      faults.map((fault) => naming(fault, [server.name])),
    );
  return settings;
}

/** Whether a value is what was wanted, as this server spells and rounds it. */
export const sameOn =
  (instance: Pick<InstanceRecord, 'version' | 'flavor'>) =>
  (name: string, wanted: string, found: string): boolean => {
    const parameter = findParameter(instance, name);
    return parameter !== undefined && roundedTo(parameter, wanted, found);
  };
