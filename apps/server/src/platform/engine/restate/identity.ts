import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export function base58(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  while (number > 0n) {
    text = `${alphabet[Number(number % 58n)]}${text}`;
    number /= 58n;
  }
  for (const byte of bytes) {
    if (byte !== 0) break;
    text = `1${text}`;
  }
  return text;
}

/** Public part as the engine's SDK wants it. An Ed25519 SPKI document ends with the raw 32-byte key (RFC 8410). */
export const publicIdentity = (privatePem: string): string => {
  const spki = createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'der' });
  return `publickeyv1_${base58(spki.subarray(-32))}`;
};

/**
 * The key pair with which the engine signs its calls to us, so that nobody else on this host can drive a task.
 * Made once, kept in the folder with mode 0600.
 */
export function loadIdentity(folder: string): { readonly file: string; readonly publicKey: string } {
  const file = join(folder, 'engine-identity.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(`${file}.new`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return { file, publicKey: publicIdentity(readFileSync(file, 'utf8')) };
}
