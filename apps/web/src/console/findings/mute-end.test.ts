import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOfEnd, usualHours } from './mute-end.ts';

const now = Date.parse('2026-03-01T00:00:00Z');
const hour = 3_600_000;

test('a mute ends in the future and within a year', () => {
  assert.equal(faultOfEnd(undefined, now), 'endMissing');
  assert.equal(faultOfEnd(new Date('no date').getTime(), now), 'endMissing');
  assert.equal(faultOfEnd(now, now), 'endPast');
  assert.equal(faultOfEnd(now + 367 * 24 * hour, now), 'endPast');
  for (const hours of usualHours) assert.equal(faultOfEnd(now + hours * hour, now), undefined);
});
