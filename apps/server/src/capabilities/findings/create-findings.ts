import type { Tx } from '../../platform/database/schema.ts';
import type { FindingReport } from './finding.ts';
import type { FindingParts } from './parts.ts';
import { closeFinding, type Reported, reportFindings } from './report-findings.ts';
import { lockOpenOfCluster } from './store/findings.ts';

/** The door: who looks reports, everything else is asked over HTTP. */
export interface Findings {
  readonly parts: FindingParts;
  /** See `reportFindings`: one complete look at one scope, in the caller's transaction. */
  report(tx: Tx, report: FindingReport): Promise<Reported>;
  /** Nobody looks at this cluster any more: what is open on it and its instances is closed, its history stays. Tells how many. */
  closeOfCluster(tx: Tx, clusterId: string, by: string): Promise<number>;
}

export const createFindings = (parts: FindingParts): Findings => ({
  parts,
  report: (tx, report) => reportFindings(parts, tx, report),
  closeOfCluster: async (tx, clusterId, by) => {
    const open = await lockOpenOfCluster(tx, clusterId);
    for (const finding of open) await closeFinding(parts, tx, finding, { at: parts.clock.now(), by });
    return open.length;
  },
});
