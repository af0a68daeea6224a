import { createHash } from 'node:crypto';
import type { Where } from '../limits.ts';
import { PathError } from '../types.ts';

export interface HostKey {
  /** As `ssh-keygen -l` prints it: `SHA256:<base64 without padding>`. */
  readonly fingerprint: string;
  /** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa` … */
  readonly type: string;
}

/** `blob` is the public key as sent on the wire (RFC 4253 §6.6): a length-prefixed type, then the key. */
export function readHostKey(blob: Buffer): HostKey {
  const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
  const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
  return { fingerprint: `SHA256:${digest}`, type: blob.toString('latin1', 4, 4 + Math.min(typeLength, 64)) };
}

/** Undefined when the key is one of the accepted; trust on first use is not known here, it is an act of a person. */
export function refuseHostKey(seen: HostKey, accepted: readonly string[], where: Where): PathError | undefined {
  if (accepted.includes(seen.fingerprint)) return undefined;
  const detail = { fingerprint: seen.fingerprint, keyType: seen.type, accepted };
  return accepted.length === 0
    ? new PathError('HOST_KEY_UNKNOWN', `nobody has confirmed the host key ${seen.fingerprint} yet`, where, detail)
    : new PathError('HOST_KEY_CHANGED', `the host key is ${seen.fingerprint}, another than accepted`, where, detail);
}
