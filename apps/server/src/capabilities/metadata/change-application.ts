import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { MetadataParts, Note } from './parts.ts';
import { mayChangeMetadata } from './policy.ts';
import type { ApplicationRecord } from './records.ts';

export async function changeApplication(
  { db, metadata }: MetadataParts,
  actor: Actor,
  id: string,
  patch: { readonly [Field in keyof Omit<ApplicationRecord, 'id'>]?: ApplicationRecord[Field] | undefined },
  note: Note,
): Promise<ApplicationRecord> {
  requireAllowed(mayChangeMetadata(actor));
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return inTransaction(db, async (tx) => {
    const application = await metadata.changeApplication(tx, id, given, { kind: 'person', id: actor.id });
    await note(tx, `application/${id}`);
    return application;
  });
}

export async function removeApplication(
  { db, metadata }: MetadataParts,
  actor: Actor,
  id: string,
  note: Note,
): Promise<void> {
  requireAllowed(mayChangeMetadata(actor));
  await inTransaction(db, async (tx) => {
    await metadata.removeApplication(tx, id, { kind: 'person', id: actor.id });
    await note(tx, `application/${id}`);
  });
}
