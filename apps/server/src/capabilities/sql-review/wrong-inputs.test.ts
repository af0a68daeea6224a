import assert from 'node:assert/strict';
import { told } from './testing/told-reviews.ts';

const base = { kind: 'base' };
const note = 'agreed';
const long = 'x'.repeat(600);
const turned = 'a\u202eb';

/** Of a line and of some lines people type: what neither may be. */
const wrongLines = ['', ' ', '\u3000', long, turned, 'a\u200bb', 'a\nb', 7, null, ['a'], {}];
const wrongReasons = ['', ' ', 'ab', ' a ', long, 'abc\u0000', 'abc\u0007', 7, null, ['abc'], {}];
const wrongDays = [
  '',
  '2026-13-01',
  '2026-02-30',
  '20261201',
  '01.12.2026',
  'tomorrow',
  '2026-1-1',
  '1999-01-01',
  '9999-12-31',
  5,
];

told('ten wrong inputs of each form of SQL review are refused by name, and nothing is kept', async (lab) => {
  const { ids, call, review } = lab;
  const made = (await review('requester', { text: 'delete from t', applicationId: ids.shop })).body;
  const [item] = (await call('dba', 'GET', '/api/review-items')).body.items;
  const kept = async () =>
    JSON.stringify(
      await Promise.all(
        [
          'sql-reviews',
          'review-policies',
          'review-exceptions?state=all',
          'review-items?state=all',
          'own-review-rules',
        ].map(async (list) => (await call('dba', 'GET', `/api/${list}`)).body),
      ),
    );
  const right = { reason: 'agreed with li', owner: 'li', expires: '2026-12-01' };
  const other = (await review('requester', { text: 'delete from u', applicationId: ids.shop })).body;
  const signed = await call('dba', 'POST', `/api/sql-reviews/${other.id}/exceptions`, right);
  const before = await kept();
  const refused = async (method: 'POST' | 'PUT' | 'PATCH', path: string, bodies: readonly object[]) => {
    assert.ok(bodies.length >= 10, `${path}: ${bodies.length} inputs`);
    for (const body of bodies) {
      const answer = await call('dba', method, path, body);
      const said = `${method} ${path} ${JSON.stringify(body).slice(0, 200)}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
      assert.ok(answer.status >= 400 && answer.status < 500, said);
      assert.ok(answer.body.words.zh !== '' && answer.body.next?.zh !== '', said);
    }
  };
  await refused('POST', `/api/sql-reviews/${made.id}/exceptions`, [
    ...wrongLines.map((owner) => ({ ...right, owner })),
    ...wrongDays.map((expires) => ({ ...right, expires })),
    ...[[], [-1], [1.5], ['0'], [99]].map((statements) => ({ ...right, statements })),
    { ...right, more: 1 },
  ]);
  await refused(
    'POST',
    `/api/review-exceptions/${signed.body.items[0].id}/revocation`,
    wrongReasons.map((reason) => ({ reason })),
  );
  await refused('PATCH', `/api/review-items/${item.id}`, [
    ...wrongLines.slice(0, 4).map((owner) => ({ owner })),
    ...wrongDays.slice(0, 7).map((due) => ({ due })),
    { state: 'accepted' },
    ...wrongReasons.slice(0, 3).map((reason) => ({ state: 'accepted', until: '2026-12-01', reason })),
    ...wrongDays.map((until) => ({ state: 'accepted', until, reason: right.reason })),
    { state: 'gone' },
  ]);
  const policy = { scope: base, from: 0, note, text: '' };
  await refused('PUT', '/api/review-policies', [
    ...['rules: [', 'rules: 7', 'gate: { minScore: x }', 'gate: { block: [Q] }', 'suppressions: x', 'ownRules: {}'].map(
      (text) => ({ ...policy, text }),
    ),
    ...['- a', 'a', '\u0000', 'rules: { dml-no-where: perhaps }', '{', 7, null].map((text) => ({ ...policy, text })),
    ...['', ' ', long, 7, null].map((wrong) => ({ ...policy, note: wrong })),
    ...[-1, 1.5, 'x', null].map((from) => ({ ...policy, from })),
    ...[{ kind: 'all' }, { kind: 'application' }, { kind: 'application', id: 'none' }, null, 'base'].map((scope) => ({
      ...{ ...policy, scope },
    })),
  ]);
  const setting = { scope: base, from: 0, note, setting: 'off' };
  await refused('PUT', '/api/review-policies/rules/dml-no-where', [
    ...['', 'OFF', 'A', true, 1, ['off'], {}].map((wrong) => ({ ...setting, setting: wrong })),
    ...['', 7].map((wrong) => ({ ...setting, note: wrong })),
    { ...setting, from: -1 },
  ]);
  const rule = { scope: base, from: 0, note };
  await refused('PUT', '/api/review-policies/own-rules/shop-a', [
    ...['', '{', '- a', 'id: shop-a', 'id: SHOP', 'match: 7', 'x'.repeat(50_001), 'a: &a [*a]', 7, true].map(
      (text) => ({
        ...{ ...rule, text },
      }),
    ),
    { ...rule, text: 'id: shop-b\ngrade: Q' },
  ]);
  await refused('POST', '/api/sql-reviews', [
    ...['', 7, null, 'x'.repeat(1_000_001), 'a\u0000'].map((text) => ({ text })),
    ...['oracle', '', 'mysql', 'mysql-8.4; drop', 'MYSQL-8.4'].map((dialect) => ({ text: 'select 1', dialect })),
    ...['x', '../../../etc', 'with blanks in it!', 'x'.repeat(65)].map((run) => ({ text: 'select 1', run })),
    ...[
      { applicationId: 'none' },
      { clusterId: 'none' },
      { schema: '' },
      { environment: 'x'.repeat(65) },
      { advise: 'yes' },
    ].map((wrong) => ({ text: 'select 1', ...wrong })),
  ]);
  await refused('POST', '/api/sql-review-batches', [
    ...wrongLines.map((name) => ({ files: [{ name, text: 'select 1' }] })),
    ...[7, null, 'a\u0000'].map((text) => ({ files: [{ name: 'a.sql', text }] })),
  ]);
  assert.equal(await kept(), before);
});
