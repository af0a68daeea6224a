import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { type FindingParts, getLocked, type NoteFinding, tell } from './parts.ts';
import { mayHandleFindings } from './policy.ts';
import { insertChange, updateFinding } from './store/findings.ts';

/** Who takes care of it: a person or a team, as people here call them; null: nobody. */
export async function assignFinding(
  { db, clock, events }: FindingParts,
  actor: Actor,
  id: string,
  owner: string | null,
  note: NoteFinding,
): Promise<void> {
  requireAllowed(mayHandleFindings(actor));
  await inTransaction(db, async (tx) => {
    const finding = await getLocked(tx, id);
    const next = { ...finding, owner };
    await updateFinding(tx, next);
    const detail = { before: finding.owner, after: owner };
    await insertChange(tx, { findingId: id, at: clock.now(), what: 'assigned', by: actor.name, detail });
    await note(tx, id);
    tell(events, 'finding.changed', next);
  });
}
