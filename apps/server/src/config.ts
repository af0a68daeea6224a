import { homedir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Setting, settings } from './settings.ts';

type Values = { readonly [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['value']> };

/** What the server was told, with every path filled in. */
export interface Config extends Omit<Values, 'home' | 'packages' | 'keyFile' | 'store'> {
  readonly home: string;
  readonly packages: string;
  readonly keyFile: string;
  readonly store: { readonly file: string } | { readonly url: string };
  /** Variables named MYRIAD_… that mean nothing here: typing errors, mostly. The process logs them. */
  readonly unknown: readonly string[];
}

/** All faults of the environment at once, each with what to write instead. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`the configuration is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Read by the lab and the launcher, not by the server. */
const otherReaders = /^MYRIAD_(MYSQL_TREE|MARIADB_TREE|TEST_|LAB_|DEMO_|CACHE|LONG|LANG|URL|TOKEN|SCREENSHOTS)/;

/** The only reader of the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const read = (entry: Setting<unknown>): unknown => {
    const result = entry.value.safeParse(environment[entry.name] || undefined);
    if (result.success) return result.data;
    const shown = entry.secret ? '' : ` (${environment[entry.name]})`;
    const reason = result.error.issues.map((issue) => issue.message).join('; ');
    faults.push(`${entry.name}${shown} ${reason}. Write ${entry.next}.`);
    return undefined;
  };
  const values = Object.fromEntries(Object.entries(settings).map(([name, entry]) => [name, read(entry)])) as Values;
  if (values.key !== undefined && values.keyFile !== undefined) {
    faults.push('MYRIAD_KEY and MYRIAD_KEY_FILE are both set. Unset one.');
  }
  if (values.engine?.startsWith('http') && values.engineIdentity === undefined) {
    faults.push(
      'MYRIAD_ENGINE names a cluster, but MYRIAD_ENGINE_IDENTITY is missing: anybody could drive tasks. Write its public keys.',
    );
  }
  if (faults.length > 0) throw new ConfigError(faults);
  const home = values.home ?? join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'myriad');
  const known = new Set<string>(Object.values(settings).map((entry) => entry.name));
  return {
    ...values,
    home,
    packages: values.packages ?? join(home, 'packages'),
    sshAgent: values.sshAgent ?? (environment.SSH_AUTH_SOCK || undefined),
    keyFile: values.keyFile ?? join(home, 'keys'),
    store: values.store === 'sqlite' ? { file: join(home, 'myriad.db') } : { url: values.store },
    unknown: Object.keys(environment).filter(
      (name) => name.startsWith('MYRIAD_') && !known.has(name) && !otherReaders.test(name),
    ),
  };
}

/** Values the log must blank out wherever they turn up. */
export function secretsOf(config: Config): readonly string[] {
  const password = 'url' in config.store ? new URL(config.store.url).password : '';
  const keys = config.key?.split('\n').map((line) => line.split(' ')[1] ?? '') ?? [];
  return [password, decodeURIComponent(password), ...keys].filter((value) => value !== '');
}

/** The table of docs/reference/config.md. */
export function printConfigReference(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const rows = Object.values(settings).map(
    ({ name, shownDefault, meaning }) =>
      `| \`${name}\` | ${shownDefault === '' ? '' : `\`${shownDefault}\``} | ${cell(meaning.en)} | ${cell(meaning.zh)} |`,
  );
  return [
    '# Configuration',
    '',
    'Environment variables of the server. Made from `apps/server/src/settings.ts`.',
    '',
    '| variable | default | meaning | 含义 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.main) process.stdout.write(printConfigReference());
