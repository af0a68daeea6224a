import './events.ts';
import type { FindingEntity } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Reader, Tx } from '../../platform/database/schema.ts';
import type { Events } from '../../platform/events/events.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { FindingCatalogue, FindingRecord } from './finding.ts';
import { lockFinding } from './store/findings.ts';

/** What the inventory tells of the things findings are about. */
export interface FindingThings {
  /** Names by id; of what is gone there is none. */
  names(
    db: Reader,
    things: readonly { readonly entity: FindingEntity; readonly id: string }[],
  ): Promise<ReadonlyMap<string, string>>;
  clusterIdsOf(db: Reader, applicationId: string): Promise<readonly string[]>;
}

/** What this slice is built from. */
export interface FindingParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly events: Events;
  readonly catalogue: FindingCatalogue;
  readonly things: FindingThings;
}

export type NoteFinding = (tx: Tx, id: string) => Promise<void>;

export const tell = (
  events: Events,
  name: 'finding.opened' | 'finding.closed' | 'finding.changed',
  { id, code, grade, entity, entityId, clusterId }: FindingRecord,
): void => events.emit(name, { id, code, grade, entity, entityId, clusterId });

/** Held until the transaction ends. @throws ProblemError FINDING_NOT_FOUND */
export async function getLocked(tx: Tx, id: string): Promise<FindingRecord> {
  const finding = await lockFinding(tx, id);
  if (!finding) throw new ProblemError('FINDING_NOT_FOUND', { id });
  return finding;
}
