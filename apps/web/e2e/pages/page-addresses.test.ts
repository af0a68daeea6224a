import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesOf, listPatterns, patternsIn } from './page-addresses.ts';

test('every page of the console is found, also one written over several lines', async () => {
  const patterns = await listPatterns();
  for (const known of [
    '',
    'tickets/:ticketId',
    'standards/of/:standardId/:version',
    'administration/:part?',
    'sign-in',
  ])
    assert.ok(patterns.includes(known), known);
});

test('a page written in another way is not passed over', () => {
  assert.throws(() => patternsIn("page('a', load), page(address, load)"), /2 pages, but 1/);
});

test('a page about one thing needs an example; one with parts is opened without', () => {
  assert.throws(() => addressesOf(['hosts', 'hosts/:hostId'], {}), /no example for: hosts\/:hostId/);
  assert.deepEqual(addressesOf(['', 'hosts/:hostId', 'catalogues/:part?'], { 'hosts/:hostId': ['hosts/7'] }), [
    { address: '/', hasParts: false },
    { address: '/hosts/7', hasParts: false },
    { address: '/catalogues', hasParts: true },
  ]);
  assert.throws(() => addressesOf(['instances/:instanceId/:part?'], {}), /no example/);
});
