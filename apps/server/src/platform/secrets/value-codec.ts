import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

/**
 * Seals bytes that leave our hands (a journal, a stored answer) so that only holders of the key ring can read them.
 * Layout: version 1 (1 byte) · length of key id (1) · key id · nonce (12) · tag (16) · ciphertext. AES-256-GCM; the header and
 * the context are authenticated. Old values stay readable as long as their key is in the ring.
 */
export interface ValueCodec {
  encode(bytes: Uint8Array): Uint8Array;
  /** Throws when the key is missing or a byte was changed. */
  decode(bytes: Uint8Array): Uint8Array;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** `context` ties a value to its place: sealed for one place, it does not open in another. */
export function createValueCodec(keys: KeyRing, context = ''): ValueCodec {
  return { encode: (bytes) => seal(keys, bytes, context), decode: (bytes) => unseal(keys, bytes, context) };
}

function seal(keys: KeyRing, bytes: Uint8Array, context: string): Uint8Array {
  const id = Buffer.from(keys.newest.id, 'utf8');
  const header = Buffer.concat([Buffer.from([version, id.length]), id]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keys.newest.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.concat([header, Buffer.from(context, 'utf8')]));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), sealed]);
}

function unseal(keys: KeyRing, bytes: Uint8Array, context: string): Uint8Array {
  const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = sealed.subarray(0, 2 + (sealed[1] ?? 0));
  if (header[0] !== version) throw new Error('sealed value: unknown layout');
  const key = keys.find(keyIdOf(sealed));
  if (!key) throw new Error(`sealed value: key ${keyIdOf(sealed)} is not in the key file`);
  const nonceEnd = header.length + nonceBytes;
  const decipher = createDecipheriv('aes-256-gcm', key.key, sealed.subarray(header.length, nonceEnd), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.concat([header, Buffer.from(context, 'utf8')]));
  decipher.setAuthTag(sealed.subarray(nonceEnd, nonceEnd + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceEnd + tagBytes)), decipher.final()]);
}

/** The id of the key a value was sealed with. */
export const keyIdOf = (sealed: Uint8Array): string =>
  Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    .subarray(2, 2 + (sealed[1] ?? 0))
    .toString('utf8');
