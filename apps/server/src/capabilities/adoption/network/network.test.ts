import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowCheck, parseNetwork, plainAddress } from './network.ts';

test('a network has one form, and what is none says what to write', () => {
  const read = (text: string) => {
    const parsed = parseNetwork(text);
    return parsed.ok ? parsed.value : `? ${parsed.words.en}`;
  };
  for (const [text, expected] of [
    ['10.20.0.0/16', '10.20.0.0/16'],
    [' 127.0.0.1 ', '127.0.0.1/32'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:db8:0:0:0:0:0:1', '2001:db8::1/128'],
    ['10.20.0.5/16', '? has bits behind its prefix; did you mean 10.20.0.0/16?'],
    ['0.0.0.0/0', '? is wider than /8: name the networks of your databases'],
    ['::/0', '? is wider than /16: name the networks of your databases'],
    ['10.0.0.0/33', '? has no prefix length from 0 to 32 behind the slash'],
    ['10.0.0.0/x', '? has no prefix length from 0 to 32 behind the slash'],
    ['db.example.com', '? is no network: write it as 10.20.0.0/16 or 2001:db8::/32'],
    ['10.0.0.0/8/8', '? is no network: write it as 10.20.0.0/16 or 2001:db8::/32'],
    ['fe80::1%eth0/64', '? is no network: write it as 10.20.0.0/16 or 2001:db8::/32'],
    ['', '? is no network: write it as 10.20.0.0/16 or 2001:db8::/32'],
  ])
    assert.equal(read(text ?? ''), expected, text);
});

test('IPv4 written as IPv6 is judged as IPv4; a zone, a name or a number is no address', () => {
  const { allows, isEmpty } = allowCheck(['10.20.0.0/16', '2001:db8::/32']);
  assert.equal(isEmpty, false);
  for (const inside of ['10.20.255.255', '::ffff:10.20.0.1', '::ffff:a14:1', '2001:db8::5'])
    assert.equal(allows(inside), true, inside);
  for (const outside of [
    '10.21.0.0',
    '::ffff:10.21.0.0',
    '2001:db9::',
    '169445377',
    '10.20.1',
    'localhost',
    '',
    'fe80::1%lo',
  ])
    assert.equal(allows(outside), false, outside);
  assert.equal(plainAddress('::ffff:127.0.0.1'), '127.0.0.1');
  assert.equal(allowCheck([]).allows('127.0.0.1'), false);
});
