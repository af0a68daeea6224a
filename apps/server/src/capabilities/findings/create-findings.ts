import type { Tx } from '../../platform/database/schema.ts';
import type { FindingReport } from './finding.ts';
import type { FindingParts } from './parts.ts';
import { type Reported, reportFindings } from './report-findings.ts';

/** The door: who looks reports, everything else is asked over HTTP. */
export interface Findings {
  readonly parts: FindingParts;
  /** See `reportFindings`: one complete look at one scope, in the caller's transaction. */
  report(tx: Tx, report: FindingReport): Promise<Reported>;
}

export const createFindings = (parts: FindingParts): Findings => ({
  parts,
  report: (tx, report) => reportFindings(parts, tx, report),
});
