import type { TokenView } from '@myriad/contract';
import type { z } from 'zod';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { AuthParts, Note } from './parts.ts';
import { hashSecretText, newSecretText } from './secret-text.ts';
import { type ApiToken, addToken } from './store/tokens.ts';

/** The secret leaves this once; the store keeps its hash. */
export async function createToken(
  { db, clock }: Pick<AuthParts, 'db' | 'clock'>,
  actor: Actor,
  input: { readonly name: string; readonly expiresAt?: number | undefined },
  note: Note,
): Promise<z.infer<typeof TokenView> & { secret: string }> {
  const secret = newSecretText();
  const token: ApiToken = {
    id: newId(),
    userId: actor.id,
    name: input.name,
    secretHash: hashSecretText(secret),
    createdAt: clock.now(),
    ...(input.expiresAt === undefined ? {} : { expiresAt: input.expiresAt }),
  };
  await inTransaction(db, async (tx) => {
    await addToken(tx, token);
    await note(tx, { resource: `token/${token.id}` });
  });
  return { ...tokenView(token), secret: `${prefixOf(token)}_${secret}` };
}

const prefixOf = (token: ApiToken): string => `myr_${token.id}`;

export const tokenView = (token: ApiToken): z.infer<typeof TokenView> => ({
  id: token.id,
  name: token.name,
  prefix: prefixOf(token),
  createdAt: token.createdAt,
  ...(token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt }),
  ...(token.lastUsedAt === undefined ? {} : { lastUsedAt: token.lastUsedAt }),
});
