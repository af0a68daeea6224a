import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translateFilter } from './translate-filter.ts';

const dimensions = ['host', 'instance', 'cluster', 'application'];

test('a filter asked from another side finds what belongs to what it found', () => {
  for (const [where, from, to, expected] of [
    ['level = "core"', 'application', 'host', 'application.level = "core"'],
    ['application.level = "core"', 'host', 'application', 'level = "core"'],
    [
      'role = "primary" and cluster.environment = "prod"',
      'instance',
      'cluster',
      'instance.role = "primary" and environment = "prod"',
    ],
    [
      'host.zone in ("a", "role") or label.team ~ "x"',
      'instance',
      'host',
      'zone in ("a", "role") or instance.label.team ~ "x"',
    ],
    ['application.name = "name"', 'instance', 'cluster', 'application.name = "name"'],
    ['', 'host', 'cluster', ''],
    ['name = "x"', 'host', 'host', 'name = "x"'],
  ] as const)
    assert.equal(translateFilter(where, from, to, dimensions), expected);
});
