import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { getCatalogueRow } from './catalogues/describe-catalogue-row.ts';
import type { MetadataParts, Note } from './parts.ts';
import { mayChangeMetadata, mayMoveTo } from './policy.ts';
import type { ClusterRecord } from './records.ts';

export interface Classification {
  readonly applicationId?: string | null | undefined;
  /** One that is described or in use: a mistyped name would begin an environment of its own. */
  readonly environment?: string | undefined;
  readonly specification?: string | null | undefined;
}

/** Says to which application, environment and size a cluster belongs. */
export async function classifyCluster(
  { db, metadata }: MetadataParts,
  actor: Actor,
  id: string,
  { applicationId, environment, specification }: Classification,
  note: Note,
): Promise<ClusterRecord> {
  requireAllowed(mayChangeMetadata(actor));
  return inTransaction(db, async (tx) => {
    const before = await metadata.lockCluster(tx, id);
    requireAllowed(
      mayMoveTo(actor, {
        ...(applicationId === before.applicationId ? {} : { applicationId }),
        ...(environment === before.environment ? {} : { environment }),
      }),
    );
    if (environment !== undefined) await getCatalogueRow(tx, 'environment', environment);
    if (specification) await getCatalogueRow(tx, 'specification', specification);
    const patch = {
      ...(applicationId === undefined ? {} : { applicationId }),
      ...(environment === undefined ? {} : { environment }),
      ...(specification === undefined ? {} : { specification }),
    };
    const cluster = await metadata.changeCluster(tx, id, patch, { kind: 'person', id: actor.id });
    await note(tx, `cluster/${id}`);
    return cluster;
  });
}
