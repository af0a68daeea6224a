import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { type RuleCase, readCases } from './cases.ts';
import { disguisesOf } from './disguises.ts';
import { reviewScript } from './review.ts';
import { allRules } from './rules/all-rules.ts';

const cases = readCases();

function isSeen({ sql, dialect, rule }: RuleCase, text = sql): boolean {
  const rules = allRules.filter(({ id }) => id === rule);
  const reviews = reviewScript(text, { dialect: dialects[dialect], rules, policy: { [rule]: { on: true } } });
  const [review] = reviews;
  assert.equal(reviews.length, 1, text);
  assert.deepEqual(review?.failed, [], text);
  assert.notEqual(review?.score, null, `cannot be read: ${text}`);
  for (const { start, end } of review?.findings ?? [])
    assert.ok(start >= 0 && end > start && end <= text.length, `a finding without a place: ${text}`);
  return (review?.findings.length ?? 0) > 0;
}

for (const { id } of allRules)
  test(`${id} says what its cases say`, () => {
    const own = cases.filter(({ rule }) => rule === id);
    assert.ok(own.filter(({ isHit }) => isHit).length >= 3, 'fewer than 3 hits');
    assert.ok(own.filter(({ isHit }) => !isHit).length >= 3, 'fewer than 3 statements without a hit');
    for (const one of own) assert.equal(isSeen(one), one.isHit, `${one.file}:${one.line} ${one.sql}`);
    for (const one of own.filter(({ isHit }) => isHit))
      for (const { how, sql } of disguisesOf(one.sql, dialects[one.dialect]))
        assert.ok(isSeen(one, sql), `${how}: ${sql}`);
  });

test('every case names a rule, and every rule has a name of its own', () => {
  const ids = allRules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const strangers = cases.filter(({ rule }) => !ids.includes(rule));
  assert.deepEqual(
    strangers.map(({ file, line, rule }) => `${file}:${line} ${rule}`),
    [],
  );
});
