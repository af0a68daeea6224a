import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { connect, createServer } from 'node:tls';
import { makeAuthority, makeServerCertificate } from './make-certificate.ts';

const validity = { notBefore: Date.UTC(2026, 0, 1), notAfter: Date.UTC(2051, 5, 7, 8, 9, 10) };
const authority = makeAuthority({ commonName: 'An authority', ...validity });
const names = ['db.myriad.internal', '127.0.0.1', '10.0.255.3', '2001:db8::17', '::1', '::ffff:10.0.0.9'];
const server = makeServerCertificate(authority, { commonName: 'db.myriad.internal', names, ...validity });

test('a server’s certificate is signed by its authority, stands for each of its names, and fits its key', () => {
  const [root, leaf] = [new X509Certificate(authority.certificate), new X509Certificate(server.certificate)];
  assert.ok(leaf.verify(root.publicKey) && leaf.checkIssued(root) && root.verify(root.publicKey));
  assert.deepEqual([root.ca, leaf.ca], [true, false]);
  assert.ok(leaf.checkPrivateKey(createPrivateKey(server.key)));
  assert.equal(leaf.checkHost('db.myriad.internal'), 'db.myriad.internal');
  for (const name of names.slice(1)) assert.equal(leaf.checkIP(name), name);
  assert.equal(leaf.checkHost('other.myriad.internal'), undefined);
  assert.equal(leaf.checkIP('10.0.255.4'), undefined);
  // The one date in each of the two ways dates are written.
  assert.deepEqual([leaf.validFrom, leaf.validTo], ['Jan  1 00:00:00 2026 GMT', 'Jun  7 08:09:10 2051 GMT']);
  assert.notEqual(
    leaf.serialNumber,
    new X509Certificate(makeServerCertificate(authority, { commonName: 'x', names, ...validity }).certificate)
      .serialNumber,
  );
});

test('TLS takes it for the name it carries, and for no other, from no other authority', async (context) => {
  const listener = createServer({ cert: server.certificate, key: server.key }, (socket) => socket.end()).listen(
    0,
    '127.0.0.1',
  );
  context.after(() => listener.close());
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const reach = async (ca: string, servername: string) => {
    const socket = connect({ host: '127.0.0.1', port, ca, servername });
    try {
      await once(socket, 'secureConnect');
      return socket.authorized;
    } finally {
      socket.destroy();
    }
  };
  assert.equal(await reach(authority.certificate, 'db.myriad.internal'), true);
  await assert.rejects(reach(authority.certificate, 'other.myriad.internal'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  const other = makeAuthority({ commonName: 'An authority', ...validity });
  await assert.rejects(reach(other.certificate, 'db.myriad.internal'));
});
