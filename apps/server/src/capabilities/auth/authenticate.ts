import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Credential } from '../../platform/http/http.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { actorOfUser } from './rights/find-actor.ts';
import { hashSecretText, isSameHash } from './secret-text.ts';
import { findSessionUserId } from './store/sessions.ts';
import { findToken, setTokenUsed } from './store/tokens.ts';
import { findUser } from './store/users.ts';

/** `last used` is for people; once a minute is fine enough. */
const usedEveryMilliseconds = 60_000;

/** Who stands behind a cookie or a token; undefined when it is unknown or over, or its user is disabled. */
export async function authenticate(
  parts: { readonly db: Db; readonly clock: Clock },
  credential: Credential,
): Promise<Actor | undefined> {
  const userId =
    credential.kind === 'session'
      ? await findSessionUserId(parts.db, hashSecretText(credential.value), parts.clock.now())
      : await tokenUserId(parts, credential.value);
  const user = userId === undefined ? undefined : await findUser(parts.db, userId);
  return user && !user.disabled ? actorOfUser(parts.db, user, credential.kind, parts.clock.now()) : undefined;
}

const tokenText = /^myr_([0-9a-f-]{36})_([\w-]{43})$/;

async function tokenUserId(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  text: string,
): Promise<string | undefined> {
  const [, id, secret] = tokenText.exec(text) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const token = await findToken(db, id);
  const now = clock.now();
  if (!token || !isSameHash(token.secretHash, hashSecretText(secret))) return undefined;
  if (token.expiresAt !== undefined && token.expiresAt <= now) return undefined;
  if (now - (token.lastUsedAt ?? 0) >= usedEveryMilliseconds) {
    await inTransaction(db, (tx) => setTokenUsed(tx, id, now));
  }
  return token.userId;
}
