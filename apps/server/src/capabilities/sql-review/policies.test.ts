import assert from 'node:assert/strict';
import { type ToldReviews, told } from './testing/told-reviews.ts';

const base = { kind: 'base' };
const note = 'agreed';

const saver =
  ({ call }: ToldReviews) =>
  (scope: object, from: number, text: string, as: Parameters<ToldReviews['call']>[0] = 'dba') =>
    call(as, 'PUT', '/api/review-policies', { scope, from, note, text });

told('everything, then the environment, then the application says what holds', async (lab) => {
  const { ids, review } = lab;
  const save = saver(lab);
  const verdictOf = async (more: object) => {
    const { body } = await review('dba', { text: 'delete from t', ...more });
    return [body.result[0].verdict, body.policies.length];
  };
  assert.deepEqual(await verdictOf({}), ['blocked', 0]);
  const saved = await save(base, 0, 'rules: { dml-no-where: off }');
  assert.deepEqual([saved.status, saved.body.rules['dml-no-where']], [200, { on: false }], JSON.stringify(saved.body));
  assert.deepEqual(await verdictOf({}), ['passed', 1]);
  await save({ kind: 'environment', id: 'production' }, 0, 'rules: { dml-no-where: on }\ngate: { block: [X, E] }');
  assert.deepEqual(await verdictOf({ environment: 'production' }), ['blocked', 2]);
  await save({ kind: 'application', id: ids.shop }, 0, 'rules: { dml-no-where: N }\ngate: { block: [] }');
  assert.deepEqual(await verdictOf({ environment: 'production', applicationId: ids.shop }), ['passed', 3]);
  assert.deepEqual(await verdictOf({ environment: 'production', applicationId: ids.pay }), ['blocked', 2]);
});

told('every version stays, and nobody overwrites what they did not see', async (lab) => {
  const { call } = lab;
  const save = saver(lab);
  await save(base, 0, 'rules: { dml-no-where: off }');
  assert.equal((await save(base, 0, '')).body.code, 'REVIEW_POLICY_MOVED_ON');
  assert.equal((await save(base, 1, '# nothing\n')).status, 200);
  const { items } = (await call('requester', 'GET', '/api/review-policy-versions?kind=base')).body;
  assert.deepEqual(
    items.map(({ version, by, text }: { version: number; by: string; text: string }) => [version, by, text]),
    [
      [2, 'dba', '# nothing\n'],
      [1, 'dba', 'rules: { dml-no-where: off }'],
    ],
  );
});

told('one rule is turned in the text, and its remarks stay', async (lab) => {
  const { call } = lab;
  await saver(lab)(base, 0, '# ours\nrules:\n  dml-no-where: off # for now\n');
  const set = (ruleId: string, setting: string | null, from: number) =>
    call('dba', 'PUT', `/api/review-policies/rules/${ruleId}`, { scope: base, from, note, setting });
  const { body } = await set('select-star', 'E', 1);
  assert.match(body.text, /# ours[\s\S]*# for now/);
  assert.deepEqual(body.rules['select-star'], { on: true, grade: 'E' });
  assert.deepEqual((await set('dml-no-where', null, 2)).body.rules, { 'select-star': { on: true, grade: 'E' } });
  assert.equal((await set('no-such-rule', 'off', 3)).body.code, 'REVIEW_POLICY_INVALID');
});

told('what cannot be believed is refused with its line', async (lab) => {
  const save = saver(lab);
  for (const [text, line] of [
    ['rules:\n  dml-no-were: off', 2],
    ['gate: { minScore: 101 }', 1],
    ['applications: { shop: {} }', 1],
    [
      'ownRules:\n  - { id: shop-a, grade: W, words: { en: a, zh: 一 }, match: { kind: delete }, hit: [select 1], noHit: [select 2] }',
      2,
    ],
  ] as const) {
    const { status, body } = await save(base, 0, text);
    assert.deepEqual([status, body.code], [422, 'REVIEW_POLICY_INVALID'], text);
    assert.match(body.words.en, new RegExp(`^Line ${line} `), text);
  }
});

told('a rule of one’s own judges like every other, in the policies behind it too', async (lab) => {
  const { ids, review } = lab;
  const save = saver(lab);
  const rule =
    'ownRules:\n  - { id: shop-no-delete, grade: X, words: { en: No., zh: 不可。 }, match: { kind: delete }, hit: [delete from a where b = 1], noHit: [select 1] }';
  assert.equal((await save(base, 0, rule)).status, 200);
  const found = async (more: object) =>
    (await review('dba', { text: 'delete from t where id = 1', ...more })).body.result[0].findings.map(
      ({ rule: id, grade }: { rule: string; grade: string }) => `${id} ${grade}`,
    );
  assert.ok((await found({})).includes('shop-no-delete X'));
  const milder = await save({ kind: 'application', id: ids.shop }, 0, 'rules: { shop-no-delete: W }');
  assert.equal(milder.status, 200, JSON.stringify(milder.body));
  assert.ok((await found({ applicationId: ids.shop })).includes('shop-no-delete W'));
});

told('who operates everything changes what holds for all; who operates an application, its own', async (lab) => {
  const { ids, call, person } = lab;
  const save = saver(lab);
  const ann = await person('ann', [{ role: 'dba', scope: { kind: 'application', id: ids.shop } }]);
  const bo = await person('bo', [{ role: 'requester', scope: { kind: 'application', id: ids.pay } }]);
  const shop = { kind: 'application', id: ids.shop };
  assert.equal((await save(shop, 0, 'gate: { minScore: 60 }', ann)).status, 200);
  assert.equal((await save(base, 0, '', ann)).body.code, 'NOT_AN_OPERATOR');
  assert.equal((await save({ kind: 'environment', id: 'test' }, 0, '', ann)).body.code, 'NOT_AN_OPERATOR');
  assert.equal((await save(shop, 1, '', bo)).body.code, 'APPLICATION_NOT_FOUND');
  assert.equal((await save({ kind: 'application', id: ids.pay }, 0, '', bo)).body.code, 'NOT_AN_OPERATOR');
  const seen = async (as: typeof ann) =>
    (await call(as, 'GET', '/api/review-policies')).body.items.map(({ name }: { name: string }) => name);
  assert.deepEqual([await seen(ann), await seen(bo)], [['shop'], []]);
  const versions = await call(bo, 'GET', `/api/review-policy-versions?kind=application&id=${ids.shop}`);
  assert.deepEqual(versions.body.items, []);
});
