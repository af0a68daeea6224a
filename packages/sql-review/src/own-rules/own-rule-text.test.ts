import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { readPolicy } from '../policy/read-policy.ts';
import { describeTree } from '../tree/describe-tree.ts';
import { listOwnRulesIn, readOwnRuleText, setOwnRuleIn, textOfOwnRule, valuesOfOwnRule } from './own-rule-text.ts';
import { tryOwnRule } from './prove-own-rule.ts';

const rule = `id: shop-no-delete
grade: X
words: { en: "No.", zh: 不可。 }
match:
  kind: named-table
  name: audit_* # theirs
  within: { kind: delete }
hit: [delete from audit_log]
noHit: [delete from orders, select 1 from audit_log]
`;

test('a rule stands in a policy, is taken out of it as text, changed, and removed; remarks stay', async () => {
  const policy = '# ours\nrules:\n  dml-no-where: off # for now\n';
  const added = await setOwnRuleIn(policy, 'shop-no-delete', rule);
  assert.match(added, /# ours[\s\S]*# for now[\s\S]*# theirs/);
  assert.deepEqual(
    (await readPolicy(added)).base.ownRules.map(({ id }) => id),
    ['shop-no-delete'],
  );
  const [entry] = await listOwnRulesIn(added);
  assert.deepEqual(await valuesOfOwnRule(entry?.text ?? ''), await valuesOfOwnRule(rule));
  const milder = await setOwnRuleIn(added, 'shop-no-delete', rule.replace('grade: X', 'grade: W'));
  assert.deepEqual(
    (await readPolicy(milder)).base.ownRules.map(({ grade }) => grade),
    ['W'],
  );
  const set = await setOwnRuleIn(`${milder}  `, 'shop-other-rule', rule.replace('shop-no-delete', 'shop-other-rule'));
  assert.equal((await listOwnRulesIn(set)).length, 2);
  const gone = await setOwnRuleIn(added.replace('dml-no-where: off', 'shop-no-delete: off'), 'shop-no-delete', null);
  assert.deepEqual((await readPolicy(gone)).base, (await readPolicy('')).base);
  const alone = await setOwnRuleIn('', 'shop-no-delete', rule);
  assert.deepEqual(await listOwnRulesIn(await setOwnRuleIn(alone, 'shop-no-delete', null)), []);
  assert.equal(await setOwnRuleIn('', 'shop-no-delete', null), '');
  assert.equal((await readPolicy(alone)).base.ownRules.length, 1);
});

test('the values of a form and the text say the same', async () => {
  const values = await valuesOfOwnRule(rule);
  assert.deepEqual(await valuesOfOwnRule(await textOfOwnRule(values)), values);
  await assert.rejects(valuesOfOwnRule('[1]'), /map of names/);
});

test('each case says what came of it, and where the rule found something', async () => {
  const trial = tryOwnRule(await readOwnRuleText(rule, () => false));
  assert.deepEqual(
    [trial?.server, trial?.cases.map(({ wrong }) => wrong)],
    ['mariadb-11.8', [undefined, undefined, undefined]],
  );
  const [place] = trial?.cases[0]?.places ?? [];
  assert.equal('delete from audit_log'.slice(place?.start, place?.end), 'audit_log');
  const wrong = rule
    .replace('[delete from audit_log]', '[delete from orders, delete frm x]')
    .replace('1 from audit_log', '1');
  const cases = tryOwnRule(await readOwnRuleText(wrong, () => false))?.cases ?? [];
  assert.deepEqual([cases[0]?.wrong?.zh, cases[1]?.wrong !== undefined, cases[2]?.wrong], ['未命中', true, undefined]);
  await assert.rejects(
    readOwnRuleText(rule, (id) => id === 'shop-no-delete'),
    /taken/,
  );
});

test('a tree is told node by node, with what a pattern can ask of each', () => {
  const nodes = describeTree('delete from audit_log where id = 1', dialects['mysql-9']);
  const table = nodes.find(({ kind }) => kind === 'named-table');
  assert.deepEqual(
    [nodes[0]?.kind, nodes[0]?.depth, table?.name, table && table.depth > 0],
    ['delete', 0, 'audit_log', true],
  );
  assert.ok(
    nodes.some(({ kind, fields }) => kind === 'literal' && Object.keys(fields).length > 0),
    JSON.stringify(nodes),
  );
  assert.equal(nodes[0]?.fields.limit, 'absent');
  assert.equal(describeTree('select 1; select 2', dialects['mysql-9'], 3).length, 3);
});
