import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { mayMaintain } from './policy.ts';
import type { InstancePorts } from './ports.ts';

/** Says with reason and end that a cluster is being worked on, or ends it (null). */
export async function setMaintenance(
  { db, metadata, clock }: Pick<InstancePorts, 'db' | 'metadata' | 'clock'>,
  actor: Actor,
  clusterId: string,
  wanted: { readonly reason: string; readonly until: number } | null,
  note: (tx: Tx) => Promise<void>,
): Promise<void> {
  requireAllowed(mayMaintain(actor));
  const since = clock.now();
  if (wanted && wanted.until <= since) throw new ProblemError('MAINTENANCE_OVER');
  const maintenance = wanted && { ...wanted, by: actor.name, since };
  await inTransaction(db, async (tx) => {
    await metadata.changeCluster(tx, clusterId, { maintenance }, { kind: 'person', id: actor.id });
    await note(tx);
  });
}
