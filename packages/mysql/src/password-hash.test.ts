import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cachingSha2Hash, nativePasswordHash, newPassword, sha256Crypt } from './password-hash.ts';

// As `openssl passwd -5 -salt saltstring` gives it.
test('sha256-crypt as specified', () => {
  const digest = sha256Crypt('Hello world!', Buffer.from('saltstring'), 5000);
  assert.equal(digest, '5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5');
});

test('the stored form of caching_sha2_password has 70 characters and the salt it was given', () => {
  const hash = cachingSha2Hash('secret', 'ABCDEFGHIJKLMNOPQRST');
  assert.equal(hash.length, 70);
  assert.ok(hash.startsWith('$A$005$ABCDEFGHIJKLMNOPQRST'));
  assert.notEqual(cachingSha2Hash('secret'), cachingSha2Hash('secret'));
});

test('mysql_native_password as the server computes it', () => {
  assert.equal(nativePasswordHash('password'), '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19');
});

test('passwords are long, plain and never the same', () => {
  assert.match(newPassword(), /^[A-Za-z0-9]{32}$/);
  assert.notEqual(newPassword(), newPassword());
});
