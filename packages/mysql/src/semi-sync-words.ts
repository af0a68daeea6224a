import { speaksReplica, type Version } from './version.ts';

export type SemiSyncRole = 'source' | 'replica';

/** The word each version uses in variables, status and plugin names. */
export const semiSyncWord = (version: Version, role: SemiSyncRole): string =>
  speaksReplica(version) ? role : role === 'source' ? 'master' : 'slave';
