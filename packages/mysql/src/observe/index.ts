export { type CounterName, counterNames } from './counter-statements.ts';
export type { GlanceGroup, GlanceSemiSync, ReplicationChannel, ReplicationFilter, ServerGlance } from './glance.ts';
export { type Found, type PortraitLimits, type PortraitLook, readPart } from './look.ts';
export { type ManagedService, managedServiceOf } from './managed-hosting.ts';
export {
  compareGrants,
  type GrantComparison,
  type HeldPrivilege,
  isMighty,
  parseGrant,
  readOwnGrants,
  wantedOf,
} from './own-grants.ts';
export { type Part, partValue } from './part.ts';
export type * from './portrait.ts';
export { readChannelRow } from './read-channel.ts';
export { readColumns, readIndexes, readTables } from './read-contents.ts';
export { readCounters } from './read-counters.ts';
export { type GlanceOptions, readGlance } from './read-glance.ts';
export { beginLook, type PortraitOptions, readPortrait } from './read-portrait.ts';
export { maySeeReplicas, type RegisteredReplica, readRegisteredReplicas } from './read-registered-replicas.ts';
