import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashSecretText } from './secret-text.ts';
import { removeSession } from './store/sessions.ts';

/** Ends the session of this cookie; a token's call has none to end. */
export async function signOut(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  cookie: string | undefined,
  note: Note,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await note(tx, { resource: `user/${actor.id}` });
    if (cookie !== undefined && actor.via === 'session') await removeSession(tx, hashSecretText(cookie));
  });
}
