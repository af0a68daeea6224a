import { type Flavor, parseVersion, serverProgram, type Version } from '@myriad/mysql';

/** A server in the package library. The file lies on the platform's machine; hosts get it by its hash. */
export interface ServerPackage {
  readonly id: string;
  readonly flavor: Flavor;
  readonly version: string;
  /** As `uname -m` says. */
  readonly architecture: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly signature: 'verified' | 'none' | 'bad';
  /** `distribution` = made of a distribution's packages, for demo and tests only. */
  readonly source: 'vendor' | 'distribution';
  readonly file: string;
  readonly plugins: readonly string[];
  readonly needsGlibc: string;
  readonly addedAt: number;
}

export const versionOf = (serverPackage: Pick<ServerPackage, 'flavor' | 'version'>): Version =>
  parseVersion(serverPackage.version, serverPackage.flavor);

/** Where a package lies on a host: named by what it is and its hash, so that two builds of one version never meet. */
export function packagePlace(
  baseDirectory: string,
  { flavor, version, sha256 }: Pick<ServerPackage, 'flavor' | 'version' | 'sha256'>,
) {
  const name = `${flavor}-${version}-${sha256.slice(0, 12)}`;
  const target = `${baseDirectory}/packages/${name}`;
  const program = serverProgram(parseVersion(version, flavor), target).slice(`${target}/bin/`.length);
  return { target, archive: `${baseDirectory}/packages/.incoming/${sha256}.tar`, program };
}

/** Flavour, version, processor and least C library from a vendor tarball's name or top folder. */
export function readPackageName(
  name: string,
): { flavor: Flavor; version: string; architecture: string; needsGlibc: string } | undefined {
  const flavor: Flavor = /mariadb/i.test(name) ? 'mariadb' : 'mysql';
  const version = /(\d+\.\d+\.\d+)/.exec(name)?.[1];
  if (!/mysql|mariadb|percona/i.test(name) || version === undefined) return undefined;
  const architecture = /(x86_64|aarch64|ppc64le|s390x)/.exec(name)?.[1] ?? (/arm64/.test(name) ? 'aarch64' : undefined);
  if (architecture === undefined) return undefined;
  return { flavor, version, architecture, needsGlibc: /glibc_?(\d+\.\d+)/.exec(name)?.[1] ?? '' };
}
