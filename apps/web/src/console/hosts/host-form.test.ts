import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintIn, toHostForm } from './host-form.ts';

test('only the chosen login is sent, and a key keeps the line break SSH insists on', () => {
  const form = toHostForm(
    {
      name: 'db-1',
      address: '10.0.0.1',
      login: 'key',
      privateKey: '-----BEGIN\r\nx\r\n-----END',
      password: 'left over',
    },
    undefined,
  );
  assert.deepEqual(form, {
    name: 'db-1',
    address: '10.0.0.1',
    ssh: { privateKey: '-----BEGIN\nx\n-----END\n' },
  });
});

test('a confirmed host key goes along the second time', () => {
  const form = toHostForm({ name: 'a', address: 'b', login: 'agent', jumps: ['h-1'] }, ' SHA256:abc ');
  assert.deepEqual(form.ssh, { agent: true, jumps: ['h-1'], hostKey: 'SHA256:abc' });
});

test('the fingerprint is read out of the platform’s question', () => {
  const key = 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8';
  assert.equal(fingerprintIn(`10.0.0.1:22 shows a host key nobody has confirmed yet: ${key}.`), key);
  assert.equal(fingerprintIn('no key here'), undefined);
});
