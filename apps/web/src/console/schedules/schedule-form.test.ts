import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newSchedule, type ScheduleValues, timesOf, toBody } from './schedule-form.ts';

const values = { ...newSchedule('UTC'), name: 'nightly', taskKind: 'hosts.check' } as ScheduleValues;

test('a window that is switched off is not sent, and does not count for the next times', () => {
  assert.equal('window' in toBody(values), false);
  assert.equal('hasWindow' in toBody(values), false);
  assert.deepEqual(timesOf(values), { cron: '0 2 * * *', timeZone: 'UTC' });
  assert.deepEqual(toBody({ ...values, hasWindow: true }).window, { from: '01:00', to: '06:00' });
});

test('nothing is foreseen of what is not filled in', () => {
  assert.equal(timesOf({ ...values, cron: ' ' }), undefined);
  assert.equal(timesOf({ ...values, hasWindow: true, window: { from: '01:00' } }), undefined);
});
