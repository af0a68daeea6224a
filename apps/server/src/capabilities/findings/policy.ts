import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import type { FindingKind, FindingRecord } from './finding.ts';

/** Mutes, assigns and accepts: whoever operates the platform. Every signed-in person reads. */
export const mayHandleFindings = mustOperate;

export function mayAccept(
  actor: Pick<Actor, 'roles'>,
  { closedAt, code, evidence }: Pick<FindingRecord, 'closedAt' | 'code' | 'evidence'>,
  kind: Pick<FindingKind, 'accept' | 'accepts'> | undefined,
): Decision {
  const handle = mayHandleFindings(actor);
  if (!handle.allowed) return handle;
  if (closedAt !== null) return no('FINDING_CLOSED');
  return kind?.accept && (kind.accepts?.({ evidence }) ?? true) ? yes : no('FINDING_NOT_ACCEPTABLE', { code });
}
