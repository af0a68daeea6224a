export type Flavor = 'mysql' | 'mariadb';

export interface Version {
  readonly flavor: Flavor;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `8.4.3`: without vendor suffix. */
  readonly text: string;
  /** `8.4`: the support matrix is by series. */
  readonly series: string;
}

/**
 * Reads what `SELECT VERSION()`, `mysqld --version` or a package's name say: `9.7.4-2`, `10.11.19-MariaDB-log`,
 * `5.5.5-10.6.4-MariaDB` (the prefix MariaDB once sent to old clients). Throws on anything without three numbers.
 */
export function parseVersion(text: string, flavor?: Flavor): Version {
  const mariadb = flavor ? flavor === 'mariadb' : /mariadb/i.test(text);
  const cleaned = mariadb ? text.replace(/\b5\.5\.5-(?=\d)/, '') : text;
  const found = /(\d+)\.(\d+)\.(\d+)/.exec(cleaned);
  if (!found) throw new Error(`not a server version: ${JSON.stringify(text)}`);
  const [major, minor, patch] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return {
    flavor: mariadb ? 'mariadb' : 'mysql',
    major,
    minor,
    patch,
    text: `${major}.${minor}.${patch}`,
    series: mariadb || major < 9 ? `${major}.${minor}` : `${major}.x`,
  };
}

export const compareVersions = (a: Version, b: Version): number =>
  a.major - b.major || a.minor - b.minor || a.patch - b.patch;

/** `isAtLeast(version, 8, 0, 22)`; compares numbers only, so ask for the flavour first. */
export const isAtLeast = (version: Version, major: number, minor = 0, patch = 0): boolean =>
  version.major - major || version.minor - minor || version.patch - patch
    ? (version.major - major || version.minor - minor || version.patch - patch) > 0
    : true;

/** Since 8.0.22 the server speaks of sources and replicas in statements, since 8.0.26 in variables, plugins and status. */
export const speaksReplica = (version: Version): boolean => version.flavor === 'mysql' && isAtLeast(version, 8, 0, 26);

/** Whether its TLS library knows EC P-256 keys: all but MySQL before 5.7.28, which was built with yaSSL. */
export const takesEcCertificate = (version: Version): boolean =>
  version.flavor === 'mariadb' || isAtLeast(version, 5, 7, 28);
