export type { LogParts } from './parts.ts';
export { serveLogs } from './routes.ts';
