import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReviewQualityRow } from '@myriad/contract';
import { monthsOf, mostLines, trendOf } from './trend-of.ts';

const row = (month: string, application: string | undefined, score: number | null, scored = 1): ReviewQualityRow => ({
  ...{ month, score, scored, reviews: 1, statements: scored, lowest: score, notPassed: 0 },
  ...(application === undefined ? {} : { applicationId: application, application, team: `team of ${application[0]}` }),
  findings: { X: 0, E: 0, W: 0, N: 0 },
});

test('months without anything stand between those that have something', () => {
  assert.deepEqual(monthsOf([row('2026-02', 'a', 1), row('2025-11', 'a', 1)]), [
    ...['2025-11', '2025-12', '2026-01', '2026-02'],
  ]);
  assert.deepEqual(monthsOf([]), []);
});

test('a team’s score counts each statement once, and a month without any is a gap', () => {
  const rows = [
    row('2026-01', 'ab', 100, 3),
    row('2026-01', 'ac', 60, 1),
    row('2026-03', 'ab', 50),
    row('2026-03', undefined, null),
  ];
  const [team, none] = trendOf(rows, 'team');
  assert.deepEqual([team?.name, team?.scores], ['team of a', [90, null, 50]]);
  assert.deepEqual([none?.name, none?.scores], [undefined, [null, null, null]]);
  assert.deepEqual(
    trendOf(rows, 'all').map(({ scores }) => scores),
    [[90, null, 50]],
  );
  const many = Array.from({ length: 20 }, (_, at) => row('2026-01', `x${at}`, at, at + 1));
  const lines = trendOf(many, 'application');
  assert.deepEqual([lines.length, lines[0]?.name], [mostLines, 'x19']);
});
