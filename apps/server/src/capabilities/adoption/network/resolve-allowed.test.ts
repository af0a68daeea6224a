import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowCheck } from './network.ts';
import { type Resolve, resolveAllowed } from './resolve-allowed.ts';

test('nothing is resolved while the list is empty, and an address is never asked of a name server', async () => {
  const asked: string[] = [];
  const resolve: Resolve = async (name) => {
    asked.push(name);
    return ['10.1.0.1'];
  };
  const empty = await resolveAllowed('db.example.com', allowCheck([]), resolve);
  assert.deepEqual([empty.ok, asked], [false, []]);
  const allow = allowCheck(['10.1.0.0/16']);
  assert.deepEqual(await resolveAllowed('10.1.0.9', allow, resolve), { ok: true, address: '10.1.0.9' });
  assert.equal((await resolveAllowed('10.2.0.9', allow, resolve)).ok, false);
  assert.deepEqual(await resolveAllowed('[::ffff:10.1.0.9]', allow, resolve), { ok: true, address: '10.1.0.9' });
  assert.deepEqual(asked, []);
});

test('a name leads to an address that is allowed, or nowhere', async () => {
  const allow = allowCheck(['10.1.0.0/16']);
  const to = (...addresses: string[]) => resolveAllowed('db', allow, async () => addresses);
  assert.deepEqual(await to('192.0.2.1', '10.1.0.1'), { ok: true, address: '10.1.0.1' });
  const outside = await to('192.0.2.1');
  assert.ok(!outside.ok && outside.why === 'not-allowed' && outside.words.en.includes('192.0.2.1'));
  assert.equal((await to()).ok, false);
  for (const name of ['a b', 'x;y', '', 'db\u202e', "'", 'a'.repeat(300)]) {
    const answer = await resolveAllowed(name, allow, async () => ['10.1.0.1']);
    assert.ok(!answer.ok && answer.why === 'no-address', JSON.stringify(name));
  }
});
