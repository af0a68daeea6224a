import './tables.ts';

export { createMetadata } from './create-metadata.ts';
export { maintenanceInForce } from './maintenance-in-force.ts';
export type { Metadata } from './metadata.ts';
export { metadataMigrations } from './migrations.ts';
export { pageByName } from './page-by-name.ts';
export { mayChangeMetadata } from './policy.ts';
export type * from './records.ts';
export { serveMetadata } from './routes.ts';
