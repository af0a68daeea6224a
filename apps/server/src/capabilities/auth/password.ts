import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2Async = promisify(argon2);
const mebibyte = 1024;

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
const settings = { memory: 19 * mebibyte, passes: 2, parallelism: 1, tagLength: 32 };
const saltBytes = 16;

/** `argon2id$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await oneOfFew(() => argon2Async('argon2id', { message: password, nonce: salt, ...settings }));
  return print(salt, hash);
}

function print(salt: Buffer, hash: Buffer): string {
  const { memory, passes, parallelism } = settings;
  return `argon2id$m=${memory},t=${passes},p=${parallelism}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

const printed = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = printed.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64url');
  const actual = await oneOfFew(() =>
    argon2Async('argon2id', {
      message: password,
      nonce: Buffer.from(salt, 'base64url'),
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
      tagLength: expected.length,
    }),
  );
  return timingSafeEqual(expected, actual);
}

/** Nobody's: a sign-in under an unknown name costs the same time as under a known one. Its bytes are the hash of nothing. */
export const strangersPassword = print(randomBytes(saltBytes), randomBytes(settings.tagLength));

const atOnce = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/** Hashing takes memory and a thread of the pool that file reads share, so a flood of sign-ins queues here. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}
