import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { withFileLock } from '../file-lock.ts';
import { CommandMissing } from '../run-command.ts';
import { fetchPackages, PackagesUnavailable } from '../trees/fetch-packages.ts';
import type { Say, Words } from '../words.ts';

interface CorpusRecipe {
  readonly suite: 'development' | 'own';
  readonly packages: readonly string[];
  readonly members: readonly string[];
}

/**
 * SQL that others wrote, to measure with: the servers' own test suites, and the scripts of applications. Read in the cache
 * only, never copied from there: their licences are their own.
 */
const recipes = {
  'mysql-suite': { suite: 'development', packages: ['mysql-testsuite'], members: ['*.test', '*.inc'] },
  'mariadb-suite': { suite: 'own', packages: ['mariadb-test-data', 'mariadb-test'], members: ['*.test', '*.inc'] },
  applications: {
    suite: 'own',
    packages: (
      'phpmyadmin roundcube-core mediawiki zabbix-server-mysql icinga2-ido-mysql icingaweb2-common icingadb ' +
      'pdns-backend-mysql freeradius-config bacula-director-mysql kamailio-mysql-modules cacti ejabberd rsyslog-mysql ' +
      'ulogd2-mysql gammu zoneminder opendmarc request-tracker5 sympa kea-admin tango-db gosa tt-rss postfixadmin ' +
      'lemonldap-ng ocsinventory-server pmacct'
    ).split(' '),
    members: ['*.sql', '*.sql.gz', '*mysql*', '*.mysql'],
  },
} as const satisfies Record<string, CorpusRecipe>;

export type CorpusName = keyof typeof recipes;

export interface Corpus {
  readonly name: CorpusName;
  /** Holds the files as the packages have them. */
  readonly folder: string;
}

export interface MissingCorpus {
  readonly missing: true;
  readonly words: Words;
}

/** A corpus in the cache, fetched through the machine's package manager when it is not there yet. */
export async function ensureCorpus(
  name: CorpusName,
  { say = () => {} }: { readonly say?: Say } = {},
): Promise<Corpus | MissingCorpus> {
  const folder = path.join(cacheFolder(), 'corpora');
  const home = path.join(folder, name);
  await mkdir(folder, { recursive: true });
  return withFileLock(path.join(folder, `${name}.lock`), async () => {
    if (await isThere(home)) return { name, folder: home };
    const work = await mkdtemp(path.join(folder, `.making-${name}-`));
    try {
      const { suite, packages, members } = recipes[name];
      const { root, packages: fetched } = await fetchPackages(work, packages, { suite, say, alone: true, members });
      await writeFile(path.join(root, 'PACKAGES.txt'), `${fetched.join('\n')}\n`);
      await rename(root, home);
      return { name, folder: home };
    } catch (error) {
      if (error instanceof PackagesUnavailable || error instanceof CommandMissing) return missing(name, error.message);
      throw error;
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}

const isThere = (folder: string): Promise<boolean> =>
  access(folder).then(
    () => true,
    () => false,
  );

function missing(name: CorpusName, why: string): MissingCorpus {
  const words = {
    en: `The ${name} corpus cannot be fetched on this machine (${why}).`,
    zh: `本机无法获取 ${name} 语料（${why}）。`,
  };
  return { missing: true, words };
}
