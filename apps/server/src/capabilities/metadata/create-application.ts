import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { Metadata } from './metadata.ts';
import { mayChangeMetadata } from './policy.ts';
import type { ApplicationRecord } from './records.ts';

/** Adds an application; `note` writes the audit row in the same transaction. */
export async function createApplication(
  { db, metadata }: { readonly db: Db; readonly metadata: Metadata },
  actor: Actor,
  form: Omit<ApplicationRecord, 'id'>,
  note: (tx: Tx, application: ApplicationRecord) => Promise<void>,
): Promise<ApplicationRecord> {
  requireAllowed(mayChangeMetadata(actor));
  return inTransaction(db, async (tx) => {
    const application = await metadata.addApplication(tx, form, { kind: 'person', id: actor.id });
    await note(tx, application);
    return application;
  });
}
