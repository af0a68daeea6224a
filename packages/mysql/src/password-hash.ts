import { createHash, randomInt } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** As many bytes as `length`, the digest repeated. */
const stretch = (digest: Buffer, length: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(length / 32) }, () => digest)).subarray(0, length);

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const order = [
  [0, 10, 20],
  [21, 1, 11],
  [12, 22, 2],
  [3, 13, 23],
  [24, 4, 14],
  [15, 25, 5],
  [6, 16, 26],
  [27, 7, 17],
  [18, 28, 8],
  [9, 19, 29],
] as const;

function encode(digest: Buffer): string {
  const sixBits = (value: number, count: number) =>
    Array.from({ length: count }, (_, i) => alphabet[(value >> (6 * i)) & 63]).join('');
  const byte = (index: number) => digest[index] ?? 0;
  const body = order.map(([a, b, c]) => sixBits((byte(a) << 16) | (byte(b) << 8) | byte(c), 4));
  return body.join('') + sixBits((byte(31) << 8) | byte(30), 3);
}

/**
 * SHA-256 crypt (U. Drepper, "Unix crypt using SHA-256 and SHA-512"), the 43 characters of the digest. The server uses it
 * with salts of 20 bytes, where the Unix function stops at 16.
 */
export function sha256Crypt(password: string, salt: Uint8Array, rounds: number): string {
  const key = Buffer.from(password);
  const b = sha256(key, salt, key);
  const mixed: Buffer[] = [key, Buffer.from(salt), stretch(b, key.length)];
  for (let bits = key.length; bits > 0; bits >>= 1) mixed.push(bits & 1 ? b : key);
  let digest = sha256(...mixed);
  const p = stretch(sha256(...Array.from({ length: key.length }, () => key)), key.length);
  const s = stretch(sha256(...Array.from({ length: 16 + (digest[0] ?? 0) }, () => salt)), salt.length);
  for (let round = 0; round < rounds; round++) {
    const parts: Uint8Array[] = [round & 1 ? p : digest];
    if (round % 3) parts.push(s);
    if (round % 7) parts.push(p);
    parts.push(round & 1 ? digest : p);
    digest = sha256(...parts);
  }
  return encode(digest);
}

const saltLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const newSalt = (): string => Array.from({ length: 20 }, () => saltLetters[randomInt(62)]).join('');

/** The stored form of caching_sha2_password: `$A$005$` + 20 bytes of salt + digest of 5000 rounds. */
export const cachingSha2Hash = (password: string, salt: string = newSalt()): string =>
  `$A$005$${salt}${sha256Crypt(password, Buffer.from(salt), 5000)}`;

/** The stored form of mysql_native_password: `*` and the upper-case hex of SHA1(SHA1(password)). */
export function nativePasswordHash(password: string): string {
  const once = createHash('sha1').update(password).digest();
  return `*${createHash('sha1').update(once).digest('hex').toUpperCase()}`;
}

/** 32 letters and digits (190 bits): safe in every literal, option file and connection string. */
export const newPassword = (): string => Array.from({ length: 32 }, () => saltLetters[randomInt(62)]).join('');
