import { createHash } from 'node:crypto';
import { capability, framed, serverCapabilities } from './packets.ts';

export type AuthPlugin = 'caching_sha2_password' | 'mysql_native_password';

export interface Account {
  readonly user: string;
  readonly password: string;
  readonly plugin: AuthPlugin;
}

/** The greeting, protocol version 10. `nonce` has 20 bytes, none of them zero. */
export function greeting(version: string, connectionId: number, nonce: Buffer, plugin: AuthPlugin): Buffer {
  const fixed = Buffer.alloc(31);
  fixed.writeUInt32LE(connectionId, 0);
  nonce.copy(fixed, 4, 0, 8);
  fixed.writeUInt16LE(serverCapabilities & 0xffff, 13);
  fixed[15] = 45;
  fixed.writeUInt16LE(2, 16);
  fixed.writeUInt16LE(serverCapabilities >>> 16, 18);
  fixed[20] = 21;
  const payload = [
    Buffer.from([10]),
    Buffer.from(`${version}\0`),
    fixed,
    nonce.subarray(8),
    Buffer.from([0]),
    Buffer.from(`${plugin}\0`),
  ];
  return framed(0, Buffer.concat(payload));
}

export interface LoginAttempt {
  readonly user: string;
  readonly proof: Buffer;
  /** What the client's proof is made for. */
  readonly plugin: string;
}

/** HandshakeResponse41. undefined: what came is no login. */
export function readLogin(payload: Buffer): LoginAttempt | undefined {
  if (payload.length < 34) return undefined;
  const capabilities = payload.readUInt32LE(0);
  let at = 32;
  const text = () => {
    const end = payload.indexOf(0, at);
    const value = payload.toString('utf8', at, end < 0 ? payload.length : end);
    at = end < 0 ? payload.length : end + 1;
    return value;
  };
  const user = text();
  const length = payload[at] ?? 0;
  const proof = payload.subarray(at + 1, at + 1 + length);
  at += 1 + length;
  if (capabilities & capability.connectWithDatabase) text();
  const plugin = capabilities & capability.pluginAuth ? text() : 'mysql_native_password';
  return { user, proof, plugin };
}

const digest = (algorithm: 'sha1' | 'sha256', ...parts: readonly Buffer[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash(algorithm)).digest();

const xor = (a: Buffer, b: Buffer) => Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)));

/** What a client that knows the password sends. https://dev.mysql.com/doc/dev/mysql-server/latest/page_caching_sha2_authentication_exchanges.html */
export function expectedProof({ password, plugin }: Account, nonce: Buffer): Buffer {
  if (password === '') return Buffer.alloc(0);
  const once = digest(plugin === 'mysql_native_password' ? 'sha1' : 'sha256', Buffer.from(password));
  if (plugin === 'mysql_native_password') return xor(once, digest('sha1', nonce, digest('sha1', once)));
  return xor(once, digest('sha256', digest('sha256', once), nonce));
}

/** Asks the client for a proof of another plugin, with the same nonce. */
export const switchPlugin = (sequence: number, plugin: AuthPlugin, nonce: Buffer): Buffer =>
  framed(sequence, Buffer.concat([Buffer.from([0xfe]), Buffer.from(`${plugin}\0`), nonce, Buffer.from([0])]));

/** Its cache knew the password: no more is asked. */
export const fastAuthSuccess = (sequence: number): Buffer => framed(sequence, Buffer.from([1, 3]));
