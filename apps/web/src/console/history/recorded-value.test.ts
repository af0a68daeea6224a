import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberText, pageOfThing, saidFields } from './recorded-value.ts';

test('a number has the unit its name carries, and ports and ids stay as they are', () => {
  assert.equal(numberText('baseFreeBytes', 80_095_842_304), '74.6 GiB');
  assert.equal(numberText('pageSize', 16_384), '16.0 KiB');
  assert.equal(numberText('clockOffsetMs', 3.091796875), '3.1 ms');
  assert.equal(numberText('writeMiBPerSecond', 258), '258 MiB/s');
  assert.equal(numberText('serverId', 3025533217), '3025533217');
});

test('an id leads to the page of its thing, where it has one', () => {
  assert.equal(pageOfThing('hostId', 'h1'), '/hosts/h1');
  assert.equal(pageOfThing('name', 'h1'), undefined);
  assert.equal(pageOfThing('hostId', ''), undefined);
});

test('a record shows only what says something', () => {
  assert.deepEqual(saidFields({ id: '1', createdAt: 5, secretId: 's', maintenance: null, name: 'a', port: 0 }), [
    ['name', 'a'],
    ['port', 0],
  ]);
});
