import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes, for a session or a token. */
export const newSecretText = (): string => randomBytes(32).toString('base64url');

/** What is stored of a random secret. It has 256 bits of its own, so a plain hash does. */
export const hashSecretText = (text: string): string => createHash('sha256').update(text).digest('hex');

export function isSameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
