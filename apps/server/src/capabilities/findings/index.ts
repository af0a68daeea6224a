import './tables.ts';

export { createFindings, type Findings } from './create-findings.ts';
export type { FindingCatalogue, FindingKind, FindingRecord, FindingReport, NewFinding } from './finding.ts';
export { findingThing } from './finding-thing.ts';
export { harmlessText } from './harmless-evidence.ts';
export { findingMigrations } from './migrations.ts';
export type { FindingThings } from './parts.ts';
export type { Reported } from './report-findings.ts';
export { serveFindings } from './routes.ts';
export { findingRetention } from './store/retention.ts';
export { countBadFindings, listFindings, listMutesEnding } from './view-finding.ts';
