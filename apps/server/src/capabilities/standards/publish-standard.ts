import type { StandardRule } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isDuplicateKey } from '../../platform/database/is-duplicate-key.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { StandardParts } from './parts.ts';
import { mayPublish } from './policy.ts';
import { findStandard, findVersion, insertStandard, insertVersion } from './store/standards.ts';

export type NoteStandard = (tx: Tx, standardId: string) => Promise<void>;
type Parts = Pick<StandardParts, 'db' | 'clock'>;

interface Made {
  readonly note: string;
  readonly rules: readonly StandardRule[];
}

/** A standard of people's own, with its first version. @throws ProblemError STANDARD_NAME_TAKEN, NOT_AN_OPERATOR */
export async function createStandard(
  { db, clock }: Parts,
  actor: Actor,
  { name, note, rules }: Made & { readonly name: string },
  audit: NoteStandard,
): Promise<string> {
  requireAllowed(mayPublish(actor));
  try {
    return await inTransaction(db, async (tx) => {
      if (await findStandard(tx, { name })) throw new ProblemError('STANDARD_NAME_TAKEN', { name });
      const at = clock.now();
      const standardId = await insertStandard(tx, name, at);
      const made = { standardId, version: 1, note, publishedBy: actor.name, shippedRevision: null };
      await insertVersion(tx, made, rules, at);
      await audit(tx, standardId);
      return standardId;
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new ProblemError('STANDARD_NAME_TAKEN', { name });
    throw error;
  }
}

/**
 * A new version beside the older ones. `from`: the newest its author saw, so that nobody's change is lost unseen.
 * @throws ProblemError STANDARD_NOT_FOUND, STANDARD_MOVED_ON, NOT_AN_OPERATOR
 */
export async function publishStandard(
  { db, clock }: Parts,
  actor: Actor,
  standardId: string,
  { from, note, rules }: Made & { readonly from: number },
  audit: NoteStandard,
): Promise<number> {
  requireAllowed(mayPublish(actor));
  const movedOn = (latest: number) => new ProblemError('STANDARD_MOVED_ON', { latest, from });
  try {
    return await inTransaction(db, async (tx) => {
      if (!(await findStandard(tx, { id: standardId })))
        throw new ProblemError('STANDARD_NOT_FOUND', { id: standardId });
      const latest = (await findVersion(tx, standardId))?.version ?? 0;
      if (latest !== from) throw movedOn(latest);
      const version = latest + 1;
      const made = { standardId, version, note, publishedBy: actor.name, shippedRevision: null };
      await insertVersion(tx, made, rules, clock.now());
      await audit(tx, standardId);
      return version;
    });
  } catch (error) {
    // Two published at the same moment: the key decided.
    if (isDuplicateKey(error)) throw movedOn(from + 1);
    throw error;
  }
}
