import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStoreUrl } from './open-mysql.ts';

test('a store address is read whole, with what is escaped in it', () => {
  const { host, port, user, password, database, ssl } = parseStoreUrl('mysql://m%40x:p%2Fw@db.example.com/my_riad');
  assert.deepEqual(
    { host, port, user, password, database, ssl },
    { host: 'db.example.com', port: 3306, user: 'm@x', password: 'p/w', database: 'my_riad', ssl: undefined },
  );
});

test('TLS checks the certificate and the name', () => {
  assert.deepEqual(parseStoreUrl('mysql://u@h/d?tls=yes').ssl, { verifyIdentity: true });
  assert.throws(() => parseStoreUrl('mysql://u@h/d?ca=/no/such/file'), /ENOENT/);
});

test('a socket replaces host and port; an address without a database is refused', () => {
  const { socketPath, host } = parseStoreUrl('mysql://u@localhost/d?socket=%2Ftmp%2Fs');
  assert.deepEqual([socketPath, host], ['/tmp/s', undefined]);
  assert.throws(() => parseStoreUrl('mysql://u@h'), /must be mysql/);
});
