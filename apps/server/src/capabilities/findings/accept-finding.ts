import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { type FindingParts, getLocked, type NoteFinding } from './parts.ts';
import { mayAccept } from './policy.ts';
import { closeFinding } from './report-findings.ts';
import { insertChange } from './store/findings.ts';

/** The record is changed to what was found, and the finding closed, in one transaction. */
export async function acceptFinding(parts: FindingParts, actor: Actor, id: string, note: NoteFinding): Promise<void> {
  const at = parts.clock.now();
  await inTransaction(parts.db, async (tx) => {
    const finding = await getLocked(tx, id);
    const kind = parts.catalogue[finding.code];
    requireAllowed(mayAccept(actor, finding, kind));
    await kind?.accept?.(tx, finding, actor);
    const { evidence: detail } = finding;
    await insertChange(tx, { findingId: id, at, what: 'accepted', by: actor.name, detail });
    await closeFinding(parts, tx, finding, { at, by: actor.name });
    await note(tx, id);
  });
}
