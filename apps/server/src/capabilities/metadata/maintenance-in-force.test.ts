import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maintenanceInForce } from './maintenance-in-force.ts';

const maintenance = { reason: 'new switch', by: 'dora', since: 1_000, until: 2_000 };

test('maintenance holds until its end and not a millisecond longer', () => {
  assert.equal(maintenanceInForce(maintenance, 1_999), maintenance);
  assert.equal(maintenanceInForce(maintenance, 2_000), null);
  assert.equal(maintenanceInForce(null, 1_500), null);
});
