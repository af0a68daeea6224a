import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventoryProblems } from '@myriad/contract';
import { faultPlaceOf } from './fault-place.ts';

test('the place of a fault is read out of the platform’s own sentence', () => {
  const en = inventoryProblems.FILTER_INVALID.words.en.replace('{position}', '17');
  assert.equal(faultPlaceOf({ code: 'FILTER_INVALID', words: { en } }), 17);
  assert.equal(faultPlaceOf({ code: 'INPUT_INVALID', words: { en } }), undefined);
});
