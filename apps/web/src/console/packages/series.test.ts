import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingOf, whereSeries } from './series.ts';

test('a series is the versions between its first and what comes behind all of them, as texts are ordered', () => {
  for (const [series, inside, outside] of [
    ['8.4', ['8.4.0', '8.4.19'], ['8.40.1', '8.3.9', '18.4.1', '8.5.0']],
    ['9.x', ['9.0.1', '9.7.4', '9.10.0'], ['8.9.1', '10.9.1']],
    ['10.6', ['10.6.1', '10.6.99'], ['10.60.1', '1.0.6', '10.5.9']],
  ] as const) {
    const where = whereSeries({ flavor: 'mysql', series });
    const [, from = '', to = ''] = /version >= "([^"]*)" and version < "([^"]*)"/.exec(where) ?? [];
    const isIn = (version: string) => version >= from && version < to;
    for (const version of inside) assert.ok(isIn(version), `${version} in ${where}`);
    for (const version of outside) assert.ok(!isIn(version), `${version} not in ${where}`);
  }
});

test('the end of support is over, soon or later', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  assert.equal(endingOf('2026-04-30', now), 'over');
  assert.equal(endingOf('2026-11-22', now), 'soon');
  assert.equal(endingOf('2032-04-30', now), 'later');
});
