import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReviewedStatement } from '@myriad/contract';
import { type ToldReviews, told } from '../testing/told-reviews.ts';
import { covers, refusedBy } from './covers.ts';

const asked = { reason: 'agreed in the change meeting', owner: 'li', expires: '2026-12-01' };
const script = 'select id from t where id = 1;\ndelete from t;\nselec 1;';

const signer =
  ({ call }: ToldReviews) =>
  (id: string, more: object = {}, as: Parameters<ToldReviews['call']>[0] = 'dba') =>
    call(as, 'POST', `/api/sql-reviews/${id}/exceptions`, { ...asked, ...more });

told('what the gate refuses goes on once somebody else signed, for this text and this place alone', async (lab) => {
  const { ids, call, review } = lab;
  const sign = signer(lab);
  const at = { applicationId: ids.shop, environment: 'production' };
  const { body } = await review('requester', { text: script, ...at });
  assert.deepEqual([body.mayGoOn, body.abilities.except.because], [false, 'REVIEW_EXCEPTION_OWN']);
  const one = await sign(body.id, { statements: [body.result[1].start] });
  assert.equal(one.status, 200, JSON.stringify(one.body));
  const [made] = one.body.items;
  assert.deepEqual(
    [made.verdict, made.owner, made.signedBy, made.state, made.rules.includes('dml-no-where')],
    ['blocked', 'li', 'dba', 'in-force', true],
  );
  assert.equal((await call('dba', 'GET', `/api/sql-reviews/${body.id}`)).body.mayGoOn, false);
  assert.equal((await sign(body.id)).status, 200);
  const now = (await call('requester', 'GET', `/api/sql-reviews/${body.id}`)).body;
  assert.deepEqual([now.mayGoOn, now.passed, now.excepted], [true, false, 2]);
  assert.equal(now.result[1].exception.reason, asked.reason);
  assert.equal((await sign(body.id)).body.code, 'REVIEW_NOTHING_REFUSED');
  const [row] = (await call('dba', 'GET', '/api/sql-reviews')).body.items;
  assert.equal(row.excepted, 2);

  const goesOn = async (as: Parameters<typeof review>[0], more: object) =>
    (await review(as, { text: script, ...at, ...more })).body.mayGoOn;
  assert.equal(await goesOn('requester', { text: `\n\n${script}` }), true);
  assert.equal(await goesOn('requester', { text: script.replace('from t;', 'from u;') }), false);
  assert.equal(await goesOn('requester', { environment: 'test' }), false);
  assert.equal(await goesOn('requester', { applicationId: ids.pay }), false);
  // Who signed does not let through what they ask for themselves.
  assert.equal(await goesOn('dba', {}), false);
  const audit = (await call('administrator', 'GET', '/api/audit?action=review-exception.sign')).body.items;
  assert.ok(
    audit.some(({ words }: { words?: { zh: string } }) => words?.zh.includes('责任人 li')),
    JSON.stringify(audit),
  );
});

told('an exception ends on its day, by a hand for good, or when its row was changed', async (lab) => {
  const { ids, call, review, pass, db } = lab;
  const sign = signer(lab);
  const make = async (text: string, more: object = {}) => {
    const { body } = await review('requester', { text, applicationId: ids.shop });
    const { body: made } = await sign(body.id, more);
    return { id: body.id as string, exception: made.items[0].id as string };
  };
  const goesOn = async (id: string) => (await call('dba', 'GET', `/api/sql-reviews/${id}`)).body.mayGoOn;
  const byHand = await make('delete from a');
  const revoke = () =>
    call('dba', 'POST', `/api/review-exceptions/${byHand.exception}/revocation`, { reason: 'not needed' });
  assert.equal(await goesOn(byHand.id), true);
  assert.equal(
    (await call('requester', 'POST', `/api/review-exceptions/${byHand.exception}/revocation`, { reason: 'no!' })).body
      .code,
    'NOT_AN_OPERATOR',
  );
  assert.deepEqual((await revoke()).body.state, 'revoked');
  assert.equal((await revoke()).body.code, 'REVIEW_EXCEPTION_OVER');
  assert.equal(await goesOn(byHand.id), false);
  // Cleared in the store by hand: the signature is that of a revoked one.
  const cleared = { revoked_at: null, revoked_by: null, revoked_because: null };
  await db.updateTable('review_exception').set(cleared).where('id', '=', byHand.exception).execute();
  assert.equal(await goesOn(byHand.id), false);

  const changed = await make('delete from b');
  await db.updateTable('review_exception').set({ expires: '2027-12-31' }).where('id', '=', changed.exception).execute();
  assert.equal(await goesOn(changed.id), false);
  assert.equal((await call('dba', 'GET', '/api/sql-reviews')).body.items[0].excepted, 0);
  const byTime = await make('delete from c');
  assert.equal(await goesOn(byTime.id), true);
  pass(10 * 24 * 3_600_000);
  assert.equal(await goesOn(byTime.id), false);
  const { items } = (await call('dba', 'GET', '/api/review-exceptions')).body;
  assert.deepEqual(items.map(({ state }: { state: string }) => state).sort(), ['broken', 'broken', 'over']);
});

told('who may not sign is told why, and what is asked must make sense', async (lab) => {
  const { ids, call, review, person } = lab;
  const sign = signer(lab);
  const { body } = await review('requester', { text: 'delete from t', applicationId: ids.shop });
  const scope = (id: string) => ({ kind: 'application', id });
  const ann = await person('ann', [{ role: 'dba', scope: scope(ids.shop) }]);
  const bo = await person('bo', [{ role: 'dba', scope: scope(ids.pay) }]);
  const cy = await person('cy', [{ role: 'requester', scope: scope(ids.shop) }]);
  const codeOf = async (answer: ReturnType<typeof sign>) => (await answer).body.code;
  assert.equal((await sign(body.id, {}, 'nobody')).status, 401);
  assert.equal(await codeOf(sign(body.id, {}, 'requester')), 'REVIEW_EXCEPTION_OWN');
  assert.equal(await codeOf(sign(body.id, {}, bo)), 'SQL_REVIEW_NOT_FOUND');
  assert.equal(await codeOf(sign(body.id, {}, cy)), 'NOT_AN_OPERATOR');
  for (const expires of ['2026-11-21', '2028-01-01'])
    assert.equal(await codeOf(sign(body.id, { expires }, ann)), 'REVIEW_EXCEPTION_END', expires);
  assert.equal(await codeOf(sign(body.id, { expires: '2026-02-31' }, ann)), 'INPUT_INVALID');
  assert.equal(await codeOf(sign(body.id, { statements: [3] }, ann)), 'REVIEW_NOTHING_REFUSED');
  assert.equal(await codeOf(sign(body.id, { reason: '' }, ann)), 'INPUT_INVALID');
  const signed = await sign(body.id, {}, ann);
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  const listed = async (as: typeof ann) => (await call(as, 'GET', '/api/review-exceptions')).body.items.length;
  assert.deepEqual([await listed(ann), await listed(bo), await listed(cy)], [1, 0, 1]);
  const end = await call(bo, 'POST', `/api/review-exceptions/${signed.body.items[0].id}/revocation`, {
    reason: 'mine',
  });
  assert.equal(end.body.code, 'REVIEW_EXCEPTION_NOT_FOUND');
});

test('what was signed covers nothing that came after it', () => {
  const judged = (verdict: ReviewedStatement['verdict'], rules: readonly string[], score: number | null = 10) => ({
    ...{ verdict, score, failed: [] },
    findings: rules.map((rule) => ({
      ...{ rule, grade: 'X' as const, start: 0, end: 1, lost: 1, fix: [], message: { en: '', zh: '' } },
    })),
  });
  const signed = { verdict: 'blocked', rules: ['a-one'], score: 10 };
  assert.deepEqual(refusedBy(judged('blocked', ['b', 'a', 'a']), ['X']), ['a', 'b']);
  assert.equal(covers(signed, judged('blocked', ['a-one']), ['X']), true);
  assert.equal(covers(signed, judged('blocked', ['a-one', 'b-two']), ['X']), false);
  assert.equal(covers(signed, judged('blocked', ['a-one'], 9), ['X']), false);
  assert.equal(covers(signed, judged('not-reviewed', [], null), ['X']), false);
  assert.equal(covers({ ...signed, verdict: 'not-reviewed' }, judged('blocked', ['a-one']), ['X']), false);
});
