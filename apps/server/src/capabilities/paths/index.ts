export type { Access, AccessPorts, OpenOptions } from './access.ts';
export { createPaths, type Paths } from './create-paths.ts';
export { instanceSubject } from './instance-subject.ts';
export { levelWords } from './level-words.ts';
export { pathMigrations } from './migrations.ts';
export { servePaths } from './routes.ts';
export type { Credential, HostWays, KnownHostKey, NewWay, ServerAddress } from './ways.ts';
