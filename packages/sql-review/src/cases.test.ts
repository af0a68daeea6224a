import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitScript } from '@myriad/sql';
import { type RuleCase, readCases } from './cases.ts';
import { disguisesOf } from './disguises.ts';
import { applyEdits } from './edits.ts';
import type { ReviewFacts } from './facts/facts.ts';
import { reviewScript } from './review.ts';
import { allRules } from './rules/all-rules.ts';
import { readSchema } from './schema/apply-statement.ts';

const cases = readCases();

type Text = Pick<RuleCase, 'sql' | 'ddl' | 'facts'>;

function factsOf({ sql, ddl, facts: { plan, ...facts } }: Text, { dialect }: RuleCase): ReviewFacts {
  const schema = ddl === '' ? {} : { schema: readSchema(ddl, dialect, { isWhole: true }) };
  const parts = [...splitScript(sql, dialect)].map((part) => sql.slice(part.start, part.end));
  return { ...facts, ...schema, ...(plan && { plans: Object.fromEntries(parts.map((part) => [part, plan])) }) };
}

function isSeen(one: RuleCase, text: Text = one): boolean {
  const { dialect, rule, isScript, parameters } = one;
  const rules = allRules.filter(({ id }) => id === rule);
  const options = { dialect, rules, policy: { [rule]: { on: true, parameters } }, facts: factsOf(text, one) };
  const reviews = reviewScript(text.sql, options);
  assert.ok(isScript || reviews.length === 1, text.sql);
  for (const { failed, score, findings } of reviews) {
    assert.deepEqual(failed, [], text.sql);
    assert.notEqual(score, null, `${findings[0]?.message.en}: ${text.sql}`);
    for (const { start, end } of findings)
      assert.ok(start >= 0 && end > start && end <= text.sql.length, `a finding without a place: ${text.sql}`);
  }
  return reviews.some(({ findings }) => findings.length > 0);
}

for (const { id, about } of allRules)
  test(`${id} says what its cases say`, () => {
    const own = cases.filter(({ rule }) => rule === id);
    assert.ok(own.filter(({ isHit }) => isHit).length >= 3, 'fewer than 3 hits');
    assert.ok(own.filter(({ isHit }) => !isHit).length >= 3, 'fewer than 3 statements without a hit');
    for (const one of own) assert.equal(isSeen(one), one.isHit, `${one.file}:${one.line} ${one.sql}`);
    if (about === 'text') return;
    for (const one of own.filter(({ isHit }) => isHit))
      for (const disguise of disguisesOf(one, one.dialect))
        if (about === 'meaning' || disguise.how !== 'renamed')
          assert.ok(isSeen(one, disguise), `${disguise.how}: ${disguise.sql}`);
  });

for (const rule of allRules.filter(({ fix }) => fix !== undefined))
  test(`what ${rule.id} mends is mended`, () => {
    for (const { sql, dialect } of cases.filter((one) => one.rule === rule.id && one.isHit)) {
      const options = { dialect, rules: [rule], policy: { [rule.id]: { on: true } } };
      const [review] = reviewScript(sql, options);
      const edits = (review?.findings ?? []).flatMap((finding) => finding.fix);
      assert.ok(edits.length > 0, sql);
      const mended = applyEdits(sql, edits);
      const [after] = reviewScript(mended, options);
      assert.notEqual(after?.score, null, mended);
      assert.deepEqual(after?.findings, [], mended);
    }
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
