import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { type KeyRing, parseKeys, printKeys } from './key-ring.ts';

/** 128 MiB and about half a second: guessing a passphrase is dear. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
const title = 'MYRIAD KEY ESCROW 1';
const shortestPassphrase = 12;

/** A copy of the keys to print or put in a safe: text, useless without the passphrase. */
export async function exportEscrow(keys: KeyRing, passphrase: string): Promise<string> {
  if (passphrase.length < shortestPassphrase) {
    throw new Error(`the passphrase needs at least ${shortestPassphrase} characters`);
  }
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(passphrase, salt), nonce);
  cipher.setAAD(Buffer.from(title));
  const sealed = Buffer.concat([cipher.update(printKeys(keys), 'utf8'), cipher.final()]);
  const body = Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]).toString('base64');
  return `${title}\n${body.replace(/(.{64})/g, '$1\n').trim()}\n`;
}

/** Throws when the passphrase or a letter of the text is wrong. */
export async function importEscrow(text: string, passphrase: string): Promise<KeyRing> {
  const [first, ...rest] = text.trim().split(/\r?\n/);
  if (first?.trim() !== title) throw new Error(`an escrow copy begins with the line "${title}"`);
  const body = Buffer.from(rest.join('').replace(/\s/g, ''), 'base64');
  const [salt, nonce, tag, sealed] = [
    body.subarray(0, 16),
    body.subarray(16, 28),
    body.subarray(28, 44),
    body.subarray(44),
  ];
  try {
    const decipher = createDecipheriv('aes-256-gcm', await wrappingKey(passphrase, salt), nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(title));
    decipher.setAuthTag(tag);
    return parseKeys(Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8'));
  } catch {
    throw new Error('the passphrase is wrong, or the escrow copy was changed');
  }
}

function wrappingKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * 2 ** 20 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
