import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTimes, rankOf } from './answer-times.ts';
import { nearQuotas } from './near-quotas.ts';

const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);
const minutes = (count: number) => count * 60_000;

test('median and 90th percentile are waits that really were', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
  assert.deepEqual([rankOf(ten, 0.5), rankOf(ten, 0.9), rankOf([7], 0.9), rankOf([], 0.5)], [5, 9, 7, 0]);
});

test('waits are told day by day, oldest first, and none of nothing', () => {
  assert.deepEqual(answerTimes([]), { count: 0, days: [] });
  const times = answerTimes([
    { endedAt: at('02T10:00'), milliseconds: minutes(30) },
    { endedAt: at('01T23:59'), milliseconds: minutes(1) },
    { endedAt: at('02T00:00'), milliseconds: minutes(10) },
  ]);
  assert.deepEqual(times, {
    ...{ count: 3, medianSeconds: 600, p90Seconds: 1800 },
    days: [
      { day: '2026-03-01', count: 1, medianSeconds: 60, p90Seconds: 60 },
      { day: '2026-03-02', count: 2, medianSeconds: 600, p90Seconds: 1800 },
    ],
  });
});

test('a quota is near its end from nine tenths on; without a limit never', () => {
  const line = (application: string, used: number, instances: number | null) => ({
    ...{ applicationId: application, application, environment: 'production', exceeded: [] },
    used: { instances: used, memoryBytes: 0, diskBytes: 0, withoutSpecification: 0 },
    allowed: { instances, memoryBytes: null, diskBytes: null },
  });
  const near = nearQuotas([
    line('a', 9, 10),
    line('b', 8, 10),
    line('c', 99, null),
    line('d', 12, 10),
    line('e', 0, 0),
  ]);
  assert.deepEqual(
    near.map(({ application, used, allowed }) => [application, used, allowed]),
    [
      ['d', 12, 10],
      ['a', 9, 10],
    ],
  );
});
