import type { Words } from '../words.ts';
import type { Flavor } from './recipes.ts';

/** A folder with a server's programs, laid out like a vendor tarball: bin/, lib/plugin/, share/. */
export interface ServerTree {
  readonly flavor: Flavor;
  /** As the server itself says, `9.7.4`. */
  readonly version: string;
  readonly directory: string;
  /** As `uname -m` says: x86_64, aarch64. */
  readonly architecture: string;
  /** `distribution`: made of the distribution's packages, for demo and tests only. `vendor`: given by a variable. */
  readonly source: 'distribution' | 'vendor';
  /** To ship to hosts: one top folder inside, run its relocate.sh after unpacking. Absent for an unpacked vendor tree. */
  readonly tarball?: { readonly file: string; readonly sha256: string; readonly sizeBytes: number };
}

/** It cannot be had today; `words` say why and what to do. */
export interface MissingTree {
  readonly missing: true;
  readonly flavor: Flavor;
  readonly words: Words;
}

export const architecture =
  ({ x64: 'x86_64', arm64: 'aarch64' } as Record<string, string>)[process.arch] ?? process.arch;
