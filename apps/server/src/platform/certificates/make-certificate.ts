import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { isIP } from 'node:net';
import { bits, context, integer, objectId, octets, plain, sequence, set, time, utf8, yes } from './der.ts';

/** Both as PEM; the key is a secret. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly key: string;
}

interface Validity {
  /** Epoch ms. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** Which host names and addresses a server may be reached by. */
export interface ServerCertificate extends Validity {
  readonly commonName: string;
  readonly names: readonly string[];
}

export interface Authority extends KeyedCertificate {
  readonly commonName: string;
}

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const nameOf = (commonName: string) => sequence(set(sequence(objectId('2.5.4.3'), utf8(commonName))));
const extension = (id: string, value: Uint8Array, critical: Uint8Array = Buffer.alloc(0)) =>
  sequence(objectId(id), critical, octets(value));
const publicBytes = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
/** Any stable name of a key will do (RFC 5280, 4.2.1.2). */
const keyId = (key: KeyObject): Buffer => createHash('sha256').update(publicBytes(key)).digest().subarray(0, 20);
const toPem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;

interface Body extends Validity {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

function certificateOf(body: Body): string {
  const serial = randomBytes(16);
  // Positive, and never zero.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const content = sequence(
    context(0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    nameOf(body.issuer),
    sequence(time(body.notBefore), time(body.notAfter)),
    nameOf(body.subject),
    publicBytes(body.publicKey),
    context(3, sequence(...body.extensions)),
  );
  return toPem(sequence(content, ecdsaWithSha256, bits(sign('sha256', content, body.issuerKey))));
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyPem = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }));

/** An authority of our own: it signs servers and no further authority. EC P-256. */
export function makeAuthority({ commonName, ...validity }: Validity & { readonly commonName: string }): Authority {
  const { publicKey, privateKey } = newKey();
  const certificate = certificateOf({
    ...validity,
    subject: commonName,
    issuer: commonName,
    publicKey,
    issuerKey: privateKey,
    extensions: [
      extension('2.5.29.19', sequence(yes, integer(Buffer.from([0]))), yes),
      // keyCertSign and cRLSign.
      extension('2.5.29.15', bits(Buffer.from([0x06]), 1), yes),
      extension('2.5.29.14', octets(keyId(publicKey))),
    ],
  });
  return { commonName, certificate, key: keyPem(privateKey) };
}

const address = (text: string): Buffer => {
  if (isIP(text) === 4) return Buffer.from(text.split('.').map(Number));
  // Written in hexadecimal alone: the end may be an IPv4 address (`::ffff:10.0.0.9`).
  const [head = '', tail = ''] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const zeros = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
};
// [2] is a DNS name, [7] an address.
const alternative = (name: string) =>
  isIP(name) === 0 ? plain(2, Buffer.from(name, 'ascii')) : plain(7, address(name));

/** A server's certificate for every one of its names, with a key of its own. */
export function makeServerCertificate(authority: Authority, wanted: ServerCertificate): KeyedCertificate {
  const { publicKey, privateKey } = newKey();
  const issuerKey = createPrivateKey(authority.key);
  const certificate = certificateOf({
    notBefore: wanted.notBefore,
    notAfter: wanted.notAfter,
    subject: wanted.commonName,
    issuer: authority.commonName,
    publicKey,
    issuerKey,
    extensions: [
      extension('2.5.29.19', sequence(), yes),
      // digitalSignature, for a server (1.3.6.1.5.5.7.3.1).
      extension('2.5.29.15', bits(Buffer.from([0x80]), 7), yes),
      extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.17', sequence(...wanted.names.map(alternative))),
      extension('2.5.29.14', octets(keyId(publicKey))),
      extension('2.5.29.35', sequence(plain(0, keyId(createPublicKey(issuerKey))))),
    ],
  });
  return { certificate, key: keyPem(privateKey) };
}
