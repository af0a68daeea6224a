import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { type FindingParts, getLocked, type NoteFinding, tell } from './parts.ts';
import { mayHandleFindings } from './policy.ts';
import { insertChange, updateFinding } from './store/findings.ts';

const longestMilliseconds = 366 * 24 * 3_600_000;

/** Until its end it counts no longer, open or opened again, and somebody looks after it; null ends it now. */
export async function muteFinding(
  { db, clock, events }: FindingParts,
  actor: Actor,
  id: string,
  mute: { readonly reason: string; readonly until: number; readonly owner?: string | undefined } | null,
  note: NoteFinding,
): Promise<void> {
  requireAllowed(mayHandleFindings(actor));
  const now = clock.now();
  await inTransaction(db, async (tx) => {
    const finding = await getLocked(tx, id);
    if (mute && (mute.until <= now || mute.until > now + longestMilliseconds))
      throw new ProblemError('FINDING_MUTE_END');
    const { reason, until, owner = finding.owner } = mute ?? { reason: '', until: 0 };
    const next = { ...finding, owner, mute: mute && { reason, until, by: actor.name, since: now } };
    await updateFinding(tx, next);
    const what = mute ? 'muted' : 'unmuted';
    await insertChange(tx, { findingId: id, at: now, what, by: actor.name, detail: { ...mute } });
    await note(tx, id);
    tell(events, 'finding.changed', next);
  });
}
