import { layoutOf, serverProgram } from './layout.ts';
import type { Version } from './version.ts';

interface Where {
  readonly version: Version;
  readonly basedir: string;
  readonly directory: string;
}

/** Read by MariaDB's install script; the caller writes `initialiseSql` there first. */
export const initialiseSqlFile = (directory: string): string => `${layoutOf(directory).temporary}/initialise.sql`;

/** MariaDB's script makes a root for 127.0.0.1, ::1 and the host's name too, without password: they go before the first start. */
export const initialiseSql = (version: Version): string | undefined =>
  version.flavor === 'mariadb'
    ? "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');\n"
    : undefined;

/**
 * Makes a data directory with `root@localhost` without a password. That is safe here because names are not resolved
 * (so the account is reached by the socket alone) and the socket's folder is 0700, until the platform sets the password.
 */
export function initialiseArgv({ version, basedir, directory }: Where): readonly string[] {
  const { optionFile, data } = layoutOf(directory);
  if (version.flavor === 'mysql')
    return [serverProgram(version, basedir), `--defaults-file=${optionFile}`, '--initialize-insecure'];
  return [
    `${basedir}/scripts/mariadb-install-db`,
    `--defaults-file=${optionFile}`,
    `--basedir=${basedir}`,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-name-resolve',
    '--skip-test-db',
    // Do not look the host's own name up: the accounts it would make for it are removed anyway.
    '--force',
    `--extra-file=${initialiseSqlFile(directory)}`,
  ];
}

/** In the foreground: supervisor and systemd watch this process itself. */
export const serverArgv = ({ version, basedir, directory }: Where): readonly string[] => [
  serverProgram(version, basedir),
  `--defaults-file=${layoutOf(directory).optionFile}`,
];

/** A stop is never cut short: flushing a large pool takes minutes. Seconds. */
export const stopLimitSeconds = 900;
