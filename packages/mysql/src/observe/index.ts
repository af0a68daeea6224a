export type { GlanceSemiSync, ReplicationChannel, ReplicationFilter, ServerGlance } from './glance.ts';
export { type ManagedService, managedServiceOf } from './managed-service.ts';
export { type Part, partValue } from './part.ts';
export type * from './portrait.ts';
