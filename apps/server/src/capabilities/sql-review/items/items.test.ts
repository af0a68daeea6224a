import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '../testing/told-reviews.ts';
import { priorityOf } from './priority.ts';

const day = 24 * 3_600_000;

test('a graver, busier or larger one comes first, and the unknown never lifts', () => {
  const of = (grade: 'X' | 'E' | 'W' | 'N', executionsPerDay?: number, sizeBytes?: number) =>
    priorityOf({ grade, executionsPerDay, sizeBytes });
  assert.deepEqual([of('X'), of('E'), of('W'), of('N')], [100, 40, 10, 2]);
  assert.equal(of('W', 99_999), 60);
  assert.equal(of('W', 99_999, 999 * 1_048_576), 240);
  assert.ok(of('W', 1) > of('W') && of('W', 0, 1_048_576) > of('W') && of('W', 0, 0) === of('W'));
});

told('what a review finds has owner and due day, is seen once more, and is mended when it is gone', async (lab) => {
  const { ids, call, review, pass } = lab;
  const list = async (query = '') => (await call('dba', 'GET', `/api/review-items${query}`)).body;
  const ofRule = async (rule: string, query = '') =>
    (await list(query)).items.find((item: { rule: string }) => item.rule === rule);
  await review('dba', { text: 'delete from large where id = 1 or 1 = 1; delete from small' });
  assert.deepEqual((await list()).items, [], 'of no application');
  await review('dba', { text: 'delete from small; select * from large', applicationId: ids.shop });
  const first = await ofRule('dml-no-where');
  assert.deepEqual(
    [first.owner, first.due, first.seen, first.state, first.isOverdue, first.priority, first.team],
    ['li', '2026-11-25', 1, 'open', false, 100, 'x'],
  );
  assert.equal(first.executionsPerDay, undefined);
  const star = await ofRule('select-star');
  assert.equal(star.sizeBytes, 1_073_741_824);
  const { items, formula } = await list();
  assert.deepEqual(
    items.map(({ priority }: { priority: number }) => priority),
    items.map(({ priority }: { priority: number }) => priority).toSorted((a: number, b: number) => b - a),
  );
  assert.equal(formula.dueDays.X, 3);
  pass(5 * day);
  const late = await list('?state=overdue');
  assert.ok(late.items.every(({ isOverdue }: { isOverdue: boolean }) => isOverdue) && late.overdue >= 1);
  await review('dba', { text: 'DELETE   FROM small', applicationId: ids.shop });
  assert.equal((await ofRule('dml-no-where')).seen, 2);
  // Under a policy that lets the rule go nobody finds it any more: that mends nothing, and wins no days.
  const policy = { scope: { kind: 'base' }, from: 0, note: 'n', text: 'rules: { dml-no-where: off }' };
  assert.equal((await call('dba', 'PUT', '/api/review-policies', policy)).status, 200);
  await review('dba', { text: 'delete from small', applicationId: ids.shop });
  assert.equal((await ofRule('dml-no-where', '?state=not-judged'))?.state, 'not-judged');
  assert.deepEqual(
    [await ofRule('dml-no-where', '?state=fixed'), await ofRule('dml-no-where')],
    [undefined, undefined],
  );
  await call('dba', 'PUT', '/api/review-policies', { ...policy, from: 1, text: '' });
  await review('dba', { text: 'delete from small', applicationId: ids.shop });
  const again = await ofRule('dml-no-where');
  assert.deepEqual([again.state, again.due, again.seen], ['open', '2026-11-25', 3]);
});

told('what its rule looked for and no longer finds is mended, and open again with new days', async (lab) => {
  const { ids, call, review, pass } = lab;
  const after = async (pattern: string) => {
    const text = `select id from small where name like '${pattern}'`;
    assert.equal((await review('dba', { text, applicationId: ids.shop })).status, 200);
    const { items } = (await call('dba', 'GET', '/api/review-items?state=all&rule=like-leading-wildcard')).body;
    return items.map(({ state, due }: { state: string; due: string }) => [state, due]);
  };
  const [[, first]] = await after('%x');
  pass(day);
  assert.deepEqual(await after('x%'), [['fixed', first]]);
  const [[state, second]] = await after('%x');
  assert.deepEqual([state, second > first], ['open', true]);
});

told('what somebody excused in the text is not mended by that', async ({ ids, call, review }) => {
  await review('dba', { text: 'update small set a = 1', applicationId: ids.shop });
  const excused = 'update /* review:ignore dml-no-where a staging table */ small set a = 1';
  const { body } = await review('dba', { text: excused, applicationId: ids.shop });
  assert.deepEqual([body.result[0].findings.length, body.result[0].excused[0]?.rule], [0, 'dml-no-where']);
  const { items } = (await call('dba', 'GET', '/api/review-items?state=all&rule=dml-no-where')).body;
  assert.deepEqual(
    items.map(({ state, seen }: { state: string; seen: number }) => [state, seen]),
    [['open', 1]],
  );
});

told('an item is given away, accepted for a while, and open again after that', async (lab) => {
  const { ids, call, review, person, pass } = lab;
  await review('dba', { text: 'delete from t', applicationId: ids.shop });
  const [item] = (await call('dba', 'GET', '/api/review-items?grade=X')).body.items;
  const change = (body: object, as: Parameters<typeof call>[0] = 'dba') =>
    call(as, 'PATCH', `/api/review-items/${item.id}`, body);
  const given = await change({ owner: 'wu', due: '2026-12-24' });
  assert.deepEqual(
    [given.status, given.body.owner, given.body.due],
    [200, 'wu', '2026-12-24'],
    JSON.stringify(given.body),
  );
  assert.equal((await call('dba', 'GET', '/api/review-items?owner=wu')).body.items.length, 1);
  for (const body of [{ state: 'accepted' }, { state: 'accepted', reason: 'a cache', until: '2026-11-01' }])
    assert.equal((await change(body)).body.code, 'REVIEW_ITEM_ACCEPTED_HOW');
  const accepted = await change({ state: 'accepted', reason: 'a cache', until: '2026-11-30' });
  assert.deepEqual([accepted.body.state, accepted.body.by], ['accepted', 'dba']);
  const idsOf = async (state: string) =>
    (await call('dba', 'GET', `/api/review-items?state=${state}`)).body.items.map(({ id }: { id: string }) => id);
  assert.deepEqual([(await idsOf('open')).includes(item.id), await idsOf('accepted')], [false, [item.id]]);
  pass(9 * day);
  assert.deepEqual([(await idsOf('open')).includes(item.id), await idsOf('accepted')], [true, []]);

  const scope = (id: string) => ({ kind: 'application', id });
  const ann = await person('ann', [{ role: 'requester', scope: scope(ids.shop) }]);
  const bo = await person('bo', [{ role: 'dba', scope: scope(ids.pay) }]);
  assert.equal((await change({ owner: 'ann' }, ann)).body.code, 'NOT_AN_OPERATOR');
  assert.equal((await change({ owner: 'bo' }, bo)).body.code, 'REVIEW_ITEM_NOT_FOUND');
  const seen = async (as: typeof ann) => (await call(as, 'GET', '/api/review-items?state=all')).body.items.length;
  assert.deepEqual([(await seen(ann)) > 0, await seen(bo)], [true, 0]);
});

told('the list is a file too, and pages follow on one another', async (lab) => {
  const { ids, call, review } = lab;
  const text = Array.from({ length: 6 }, (_, at) => `delete from t${at}`).join(';');
  await review('dba', { text, applicationId: ids.shop });
  const all = (await call('dba', 'GET', '/api/review-items?limit=500')).body.items;
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await call('dba', 'GET', `/api/review-items?limit=4${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === undefined) break;
    cursor = body.next;
  }
  assert.deepEqual(
    seen,
    all.map(({ id }: { id: string }) => id),
  );
  const { body } = await call('dba', 'GET', '/api/review-item-export?format=json');
  assert.equal(body.length, all.length);
  assert.deepEqual([body[0].application, body[0].owner, body[0].executionsPerDay], ['shop', 'li', null]);
});

told('reviews of the same statement at the same moment make one item of it', async (lab) => {
  const { ids, call, review } = lab;
  const made = await Promise.all(
    Array.from({ length: 4 }, () => review('dba', { text: 'delete from t', applicationId: ids.shop })),
  );
  assert.deepEqual(
    made.map(({ status }) => status),
    [200, 200, 200, 200],
    JSON.stringify(made.map(({ body }) => body.code)),
  );
  const { items } = (await call('dba', 'GET', '/api/review-items?rule=dml-no-where')).body;
  assert.deepEqual(
    items.map(({ seen }: { seen: number }) => seen),
    [4],
  );
});
