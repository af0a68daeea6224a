import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { findOwner } from './find-owner.ts';
import type { DictionaryParts, Note } from './parts.ts';
import { mayDescribe } from './policy.ts';
import { insertChange } from './store/changes.ts';
import { findObject, type KeptNote, type ObjectFound, putNote, selectNotes } from './store/notes.ts';

/** What is described, by somebody who may. @throws ProblemError NOT_DICTIONARY_OWNER, DICTIONARY_OBJECT_NOT_FOUND */
export async function getDescribable(db: Reader, actor: Actor, clusterId: string, id: string): Promise<ObjectFound> {
  requireAllowed(mayDescribe(actor, await findOwner(db, clusterId)));
  const found = await findObject(db, clusterId, id);
  if (!found) throw new ProblemError('DICTIONARY_OBJECT_NOT_FOUND', { id });
  return found;
}

/** A note and an owner beside what the server says; looks never touch them. */
export function writeNote(
  { db, clock }: DictionaryParts,
  actor: Actor,
  at: { readonly clusterId: string; readonly objectId: string },
  given: { readonly note?: string | undefined; readonly owner?: string | undefined },
  note: Note,
): Promise<KeptNote> {
  const { clusterId, objectId } = at;
  return inTransaction(db, async (tx) => {
    const { subject } = await getDescribable(tx, actor, clusterId, objectId);
    const before = (await selectNotes(tx, [objectId])).get(objectId) ?? { objectId, note: '', owner: '' };
    const after = { objectId, note: given.note ?? before.note, owner: given.owner ?? before.owner };
    const changed = (['note', 'owner'] as const).filter((field) => before[field] !== after[field]);
    const when = { at: clock.now(), by: actor.name, subject };
    if (changed.length > 0) await putNote(tx, after, { clusterId, ...when });
    for (const field of changed)
      await insertChange(tx, clusterId, { ...when, objectId, field, before: before[field], after: after[field] });
    await note(tx, `cluster/${clusterId}`, { en: `Note of ${subject}`, zh: `${subject} 的说明` });
    return after;
  });
}
