import type { Tx } from '../../platform/database/schema.ts';
import { hashSecretText, newSecretText } from './secret-text.ts';
import { addSession, removeExpiredSessions } from './store/sessions.ts';

const sessionSeconds = 24 * 3600;

/** `value` goes into the cookie and is kept nowhere else. */
export interface NewSession {
  readonly value: string;
  readonly maxAgeSeconds: number;
}

export async function openSession(tx: Tx, userId: string, now: number): Promise<NewSession> {
  const value = newSecretText();
  await removeExpiredSessions(tx, now);
  await addSession(tx, {
    id: hashSecretText(value),
    userId,
    createdAt: now,
    expiresAt: now + sessionSeconds * 1000,
  });
  return { value, maxAgeSeconds: sessionSeconds };
}
