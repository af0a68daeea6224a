export { createSelfCheck, type SelfCheck, selfChecks } from './create-self-check.ts';
export type { SelfCheckParts } from './parts.ts';
export { serveSelfCheck } from './routes.ts';
