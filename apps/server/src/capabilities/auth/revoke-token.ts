import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { removeToken } from './store/tokens.ts';

/** Own tokens only: another's looks like none. */
export async function revokeToken(
  { db }: Pick<AuthParts, 'db'>,
  actor: Actor,
  tokenId: string,
  note: Note,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await removeToken(tx, actor.id, tokenId))) throw new ProblemError('TOKEN_NOT_FOUND');
    await note(tx, { resource: `token/${tokenId}` });
  });
}
