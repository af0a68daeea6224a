export { defineHostAction } from './actions/host-action.ts';
export { hopName, pathName } from './hop-name.ts';
export type { HostKey } from './hops/host-key.ts';
export { type HostPath, type MysqlPath, type OpenPathOptions, open } from './open.ts';
export { pathErrorWords } from './path-error-words.ts';
export { createPathPool, type PathPool, type PathPoolOptions } from './pool.ts';
export { type ProbeTarget, probeHostKey } from './probe-host-key.ts';
export * from './types.ts';
