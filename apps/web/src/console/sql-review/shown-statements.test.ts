import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReviewedStatement } from '@myriad/contract';
import { placeOfLink, shownStatements } from './shown-statements.ts';

const statement = (
  start: number,
  verdict: ReviewedStatement['verdict'],
  rules: readonly string[],
): ReviewedStatement => ({
  ...{ line: 1, start, end: start + 10, fingerprint: '0', score: 1, verdict, excused: [], failed: [], ddl: [] },
  findings: rules.map((rule) => ({
    ...{ rule, grade: 'N' as const, start, end: start + 1, lost: 1, fix: [], message: { en: '', zh: '' } },
  })),
});
const all = [statement(0, 'passed', []), statement(20, 'passed', ['a']), statement(40, 'blocked', ['b', 'a'])];

test('a long script is shown whole, where something was found, or where the gate refuses', () => {
  const starts = (view: 'all' | 'found' | 'refused') => shownStatements(all, view).map(({ start }) => start);
  assert.deepEqual([starts('all'), starts('found'), starts('refused')], [[0, 20, 40], [20, 40], [40]]);
});

test('a link finds its statement by place or by rule', () => {
  const of = (at: string | null, rule: string | null) => placeOfLink(all, { at, rule });
  assert.deepEqual([of('45', null), of('20', 'b'), of(null, 'b'), of(null, 'x'), of(null, null)], [2, 1, 2, -1, -1]);
});
