import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, fingerprint } from '@myriad/sql';
import { verdictOf } from '../report/verdict.ts';
import { reviewScript } from '../review.ts';
import { collectBaseline, readBaseline, spendBaseline } from './baseline.ts';
import { matchesGlob } from './glob.ts';
import { makeLetGo } from './let-go.ts';
import { PolicyFault } from './policy-fault.ts';
import { mergeLayers, type StandingSuppression } from './policy-layer.ts';
import { readPolicy } from './read-policy.ts';
import { setRuleIn } from './set-rule.ts';

const dialect = dialects['mysql-9'];
const noWhere = 'dml-no-where';

const policyText = `
gate: { minScore: 60 }
rules:
  dml-no-where: off
  in-list-long: { grade: E, parameters: { maximum: 2 } }
environments:
  production:
    gate: { block: [X, E] }
    rules: { dml-no-where: on }
applications:
  shop:
    rules: { in-list-long: { grade: W } }
    suppressions:
      - { rule: dml-no-where, path: 'old/**', owner: li, reason: nightly reload, expires: '2027-01-31' }
`;

test('an environment changes the base, an application both; what neither says stays', async () => {
  const { base, environments, applications } = await readPolicy(policyText);
  const { production } = environments;
  const { shop } = applications;
  assert.ok(production && shop);
  assert.equal(mergeLayers([base]).rules[noWhere]?.on, false);
  const whole = mergeLayers([base, production, shop]);
  assert.deepEqual(whole.rules, {
    'dml-no-where': { on: true },
    'in-list-long': { grade: 'W', parameters: { maximum: 2 } },
  });
  assert.deepEqual(whole.gate, { minScore: 60, block: ['X', 'E'] });
  assert.equal(whole.suppressions.length, 1);
});

test('what blocks is what the gate says; all else advises', () => {
  const [one] = reviewScript('select id from t where id in (1, 2, 3)', {
    dialect,
    policy: { 'in-list-long': { parameters: { maximum: 2 }, grade: 'E' } },
  });
  assert.ok(one);
  assert.equal(verdictOf(one, {}), 'passed');
  assert.equal(verdictOf(one, { block: ['E'] }), 'blocked');
  assert.equal(verdictOf(one, { minScore: 60 }), 'below');
  const [blocked] = reviewScript('delete from t', { dialect });
  assert.ok(blocked);
  assert.deepEqual([verdictOf(blocked, {}), verdictOf(blocked, { block: [] })], ['blocked', 'passed']);
});

for (const [text, line, says] of [
  ['rules:\n  dml-no-were: off', 2, /dml-no-were is no rule/],
  ['\n\nrulez: {}', 3, /rulez is not known here; known: rules, gate/],
  ['gate:\n  minScore: 101', 2, /minScore must be a number from 0 to 100/],
  ['gate:\n  block: [X, Q]', 2, /must be a grade/],
  ['rules:\n  in-list-long:\n    parameters: { most: 2 }', 3, /most is not known here; known: maximum/],
  ['rules:\n  in-list-long:\n    parameters:\n      maximum: many', 4, /maximum must be like \d+/],
  ['rules: [a', 1, /not YAML/],
  ['- a', 1, /must be a map/],
  ['suppressions:\n  - rule: dml-no-where\n    path: a', 2, /has no owner/],
  [
    'suppressions:\n  - { rule: dml-no-where, owner: li, reason: x, expires: "2027-02-30", path: a }',
    2,
    /must be a day/,
  ],
  [
    'suppressions:\n  - { rule: dml-no-where, owner: li, reason: x, expires: "2027-02-01" }',
    2,
    /either fingerprint or path/,
  ],
] as const)
  test(`a policy that cannot be believed says where: ${text.replaceAll('\n', '\\n')}`, async () => {
    await assert.rejects(readPolicy(text), (fault) => {
      assert.ok(fault instanceof PolicyFault);
      assert.equal(fault.line, line);
      assert.match(fault.words.en, says);
      assert.notEqual(fault.words.zh, '');
      return true;
    });
  });

test('a file with remarks alone is an empty policy', async () => {
  assert.deepEqual((await readPolicy('# nothing yet\n')).base.rules, {});
});

const standing = (more: Partial<StandingSuppression>): StandingSuppression => ({
  rule: noWhere,
  owner: 'li',
  reason: 'nightly reload',
  expires: '2026-11-22',
  ...more,
});

function excusedOf(sql: string, suppression: StandingSuppression, file = 'old/a/b.sql', today = '2026-11-22') {
  const letGo = makeLetGo([suppression], { name: file, today }, undefined);
  const [one] = reviewScript(sql, { dialect, letGo });
  return one?.excused.map(({ rule, by }) => [rule, by]);
}

test('a standing suppression holds for its statement or path, through its last day', () => {
  const byPolicy = [[noWhere, 'policy']];
  assert.deepEqual(excusedOf('delete from t', standing({ path: 'old/**' })), byPolicy);
  assert.deepEqual(excusedOf('delete from t', standing({ path: 'old/**' }), './old/x.sql'), byPolicy);
  assert.deepEqual(excusedOf('delete from t', standing({ path: 'old/*' })), []);
  assert.deepEqual(excusedOf('delete from t', standing({ path: 'old/**' }), 'new/a.sql'), []);
  assert.deepEqual(excusedOf('delete from t', standing({ path: 'old/**' }), 'old/a.sql', '2026-11-23'), []);
  const own = standing({ fingerprint: fingerprint('DELETE  FROM t', dialect) });
  assert.deepEqual(excusedOf('delete from t', own, 'any.sql'), byPolicy);
  assert.deepEqual(excusedOf('delete from u', own, 'any.sql'), []);
});

test('known findings do not come back when lines move, and one more of them is new', () => {
  const before = 'delete from t;\nselect * from u where id = 1;\n';
  const collected = collectBaseline();
  for (const { sql, findings } of reviewScript(before, { dialect }))
    for (const { rule } of findings) collected.add(fingerprint(sql, dialect), rule);
  const baseline = readBaseline(collected.write());
  const newOf = (text: string) => {
    const letGo = makeLetGo([], { name: 'a.sql', today: '2026-11-22' }, spendBaseline(baseline));
    return reviewScript(text, { dialect, letGo }).flatMap(({ findings }) => findings.map(({ rule }) => rule));
  };
  assert.deepEqual(newOf(before), []);
  assert.deepEqual(newOf(`\n\n-- moved\n${before}`), []);
  assert.deepEqual(newOf(`select 1 from dual where 1 = 1;\n${before}`).includes(noWhere), false);
  assert.ok(newOf(`${before}delete from t;`).includes(noWhere));
  assert.ok(newOf('delete from v;').includes(noWhere));
});

test('a text that is no baseline is refused', () => {
  for (const text of ['', '[]', '{"findings":[{"rule":"a"}]}']) assert.throws(() => readBaseline(text), PolicyFault);
});

test('a pattern of names takes its time in proportion, whatever stands in it', () => {
  for (const [pattern, name, is] of [
    ['audit_*', 'audit_log', true],
    ['*_log', 'audit_log', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*', '', true],
    ['a.c', 'abc', false],
    ['', 'a', false],
  ] as const)
    assert.equal(matchesGlob(pattern, name), is, `${pattern} ${name}`);
  for (const [pattern, name, is] of [
    ['**/x.sql', 'x.sql', true],
    ['**/x.sql', 'a/b/x.sql', true],
    ['a/*/x.sql', 'a/b/c/x.sql', false],
    ['a/?.sql', 'a//.sql', false],
  ] as const)
    assert.equal(matchesGlob(pattern, name, 'path'), is, `${pattern} ${name}`);
  const from = performance.now();
  assert.equal(matchesGlob('*a'.repeat(40), `${'a'.repeat(5000)}b`), false);
  assert.ok(performance.now() - from < 5000);
});

test('one rule is set in the text of a policy, and what people wrote beside it stays', async () => {
  const text = '# ours\nrules:\n  in-list-long: { grade: E, parameters: { maximum: 2 } } # measured\n';
  const of = async (from: string) => (await readPolicy(from)).base.rules;
  const off = await setRuleIn(text, noWhere, 'off');
  assert.match(off, /# ours[\s\S]*# measured/);
  assert.deepEqual((await of(off))[noWhere], { on: false });
  const milder = await setRuleIn(off, 'in-list-long', 'N');
  assert.deepEqual((await of(milder))['in-list-long'], { grade: 'N', parameters: { maximum: 2 } });
  assert.deepEqual(await of(await setRuleIn('', noWhere, 'W')), { [noWhere]: { on: true, grade: 'W' } });
  const back = await setRuleIn(await setRuleIn('', noWhere, 'W'), noWhere, null);
  assert.deepEqual(await of(back), {});
});
