export type * from './live.ts';
export { type LockRow, lockTree } from './lock-tree.ts';
export type { MetadataLock } from './metadata-conflict.ts';
export { metadataWaits } from './metadata-waits.ts';
export { readActivity } from './read-activity.ts';
export { type LoggedError, readErrorLog } from './read-error-log.ts';
export { readParameters } from './read-parameters.ts';
export { type ReplicationDetail, type ReplicationDetailChannel, readReplicationDetail } from './read-replication.ts';
export { untoldWaits } from './untold-waits.ts';
