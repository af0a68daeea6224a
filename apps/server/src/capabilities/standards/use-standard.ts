import type { StandardScope } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { StandardParts } from './parts.ts';
import { mayPublish } from './policy.ts';
import { deleteUse, findStandard, findVersion, putUse } from './store/standards.ts';

/**
 * Says which standard a cluster, an environment or everybody follows; null takes it back.
 * @throws ProblemError STANDARD_NOT_FOUND, STANDARD_VERSION_NOT_FOUND, CLUSTER_NOT_FOUND, NOT_AN_OPERATOR
 */
export async function useStandard(
  { db, clock, metadata }: Pick<StandardParts, 'db' | 'clock' | 'metadata'>,
  actor: Actor,
  scope: StandardScope,
  use: { readonly standardId: string; readonly version?: number | undefined } | null,
  audit: (tx: Tx) => Promise<void>,
): Promise<void> {
  requireAllowed(mayPublish(actor));
  await inTransaction(db, async (tx) => {
    if (scope.kind === 'cluster') await metadata.getCluster(tx, scope.id);
    if (use === null) await deleteUse(tx, scope);
    else {
      const { standardId, version } = use;
      if (!(await findStandard(tx, { id: standardId })))
        throw new ProblemError('STANDARD_NOT_FOUND', { id: standardId });
      if (version !== undefined && !(await findVersion(tx, standardId, version)))
        throw new ProblemError('STANDARD_VERSION_NOT_FOUND', { version });
      await putUse(tx, { scope, standardId, version: version ?? null, by: actor.name, at: clock.now() });
    }
    await audit(tx);
  });
}
