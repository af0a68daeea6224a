import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { StandardParts } from './parts.ts';
import { shippedName, shippedRevision, shippedRules } from './shipped/index.ts';
import { findStandard, findVersion, insertStandard, insertVersion } from './store/standards.ts';

/**
 * The standard the platform comes with, put there once; a newer one of an upgrade only where nobody has published a version
 * of their own since: what people decided is not decided again. Gives whether anything was written.
 */
export async function shipStandard({ db, clock }: Pick<StandardParts, 'db' | 'clock'>): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const at = clock.now();
    const standardId =
      (await findStandard(tx, { name: shippedName }))?.id ?? (await insertStandard(tx, shippedName, at));
    const latest = await findVersion(tx, standardId);
    if (latest && (latest.shippedRevision === null || latest.shippedRevision >= shippedRevision)) return false;
    const note = `Came with the platform (revision ${shippedRevision})`;
    const version = (latest?.version ?? 0) + 1;
    await insertVersion(tx, { standardId, version, note, publishedBy: null, shippedRevision }, shippedRules, at);
    return true;
  });
}
