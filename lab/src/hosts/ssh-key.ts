import { createHash, generateKeyPairSync } from 'node:crypto';

export interface SshKey {
  /** PEM (SEC1), read by sshd, ssh and ssh2 alike. */
  readonly privateKey: string;
  /** One line for authorized_keys. */
  readonly publicKey: string;
  /** `SHA256:<base64>`, as ssh prints it. */
  readonly fingerprint: string;
}

/** A new ECDSA P-256 key. Made here rather than by ssh-keygen, which a machine may lack. Encoding: RFC 5656, 3.1. */
export function newSshKey(): SshKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const blob = Buffer.concat([Buffer.from('ecdsa-sha2-nistp256'), Buffer.from('nistp256'), point].map(withLength));
  return {
    privateKey: privateKey.export({ format: 'pem', type: 'sec1' }).toString(),
    publicKey: `ecdsa-sha2-nistp256 ${blob.toString('base64')}`,
    fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`,
  };
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
