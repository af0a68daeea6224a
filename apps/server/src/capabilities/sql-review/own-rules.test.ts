import assert from 'node:assert/strict';
import { type ToldReviews, told } from './testing/told-reviews.ts';

const values = {
  id: 'shop-no-delete',
  grade: 'X',
  words: { en: 'Rows of {name} are never deleted.', zh: '{name} 的数据不可删除。' },
  match: { kind: 'named-table', name: 'audit_*', within: { kind: 'delete' } },
  hit: ['delete from audit_a', 'delete from audit_b where id = 1', 'delete from `audit_c` limit 1'],
  noHit: ['delete from orders where id = 1', 'select id from audit_a', 'insert into audit_a values (1)'],
};
const base = { kind: 'base' };

const tools = ({ call }: ToldReviews) => ({
  trial: async (body: object) => (await call('requester', 'POST', '/api/own-review-rule-trials', body)).body,
  set: (text: string | null, from: number, more: object = {}, as: Parameters<typeof call>[0] = 'dba') =>
    call(as, 'PUT', '/api/review-policies/own-rules/shop-no-delete', {
      ...{ scope: base, from, note: 'agreed', text, ...more },
    }),
});

told('a rule of a form runs its cases, and stands in the policy as the file has it', async (lab) => {
  const { call, review } = lab;
  const { trial, set } = tools(lab);
  const tried = await trial({ values });
  assert.deepEqual([tried.isProven, tried.cases.length, tried.fault], [true, 6, undefined], JSON.stringify(tried));
  assert.deepEqual([tried.values, (await trial({ text: tried.text })).values], [values, values]);
  const saved = await set(tried.text, 0);
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const { body } = await review('requester', { text: 'delete from audit_x where id = 1' });
  const found = body.result[0].findings.find(({ rule }: { rule: string }) => rule === 'shop-no-delete');
  assert.deepEqual([found?.grade, found?.message.zh], ['X', 'audit_x 的数据不可删除。']);
  const { items } = (await call('requester', 'GET', '/api/own-review-rules')).body;
  assert.deepEqual(
    items.map(({ id, grade, hits, broken, version }: Record<string, unknown>) => [id, grade, hits, broken, version]),
    [['shop-no-delete', 'X', 3, undefined, 1]],
  );
  assert.deepEqual((await trial({ text: items[0].text })).values, values);
  assert.equal((await set(null, 1)).status, 200);
  assert.deepEqual((await call('dba', 'GET', '/api/own-review-rules')).body.items, []);
});

told('while a case is wrong or missing nothing is saved', async (lab) => {
  const { call } = lab;
  const { trial, set } = tools(lab);
  const wrong = await trial({ values: { ...values, hit: [...values.hit, 'delete from orders'] } });
  assert.deepEqual([wrong.isProven, wrong.cases[3].wrong.zh], [false, '未命中']);
  assert.deepEqual((await set(wrong.text, 0)).body.code, 'OWN_REVIEW_RULE_UNPROVEN');
  const few = await trial({ values: { ...values, noHit: values.noHit.slice(1) } });
  assert.deepEqual([few.isProven, (await set(few.text, 0)).body.code], [false, 'OWN_REVIEW_RULE_UNPROVEN']);
  const unread = await trial({ values: { ...values, noHit: ['selec 1', ...values.noHit] } });
  assert.equal(unread.isProven, false);
  const faulty = await trial({ text: 'id: shop-no-delete\nmatch: { kin: delete }' });
  assert.equal(faulty.fault.line >= 1 && faulty.isProven === false, true, JSON.stringify(faulty));
  assert.equal((await set(faulty.text, 0)).body.code, 'REVIEW_POLICY_INVALID');
  assert.match((await trial({ text: '{' })).fault.words.zh, /YAML/);
  const { text } = await trial({ values });
  assert.equal((await set(text.replaceAll('shop-no-delete', 'shop-other'), 0)).body.code, 'OWN_REVIEW_RULE_NAME');
  assert.equal((await set(text, 0, {}, 'requester')).body.code, 'NOT_AN_OPERATOR');
  assert.equal((await set(text, 7)).body.code, 'REVIEW_POLICY_MOVED_ON');
  assert.deepEqual((await call('dba', 'GET', '/api/own-review-rules')).body.items, []);
});

told('a rule that breaks on a statement is told of as failed, and that statement did not pass', async (lab) => {
  const { review } = lab;
  const { trial, set } = tools(lab);
  // Of an UPDATE it asks something that only a DELETE has.
  const odd = { ...values, match: { kind: ['delete', 'update'], fields: { targets: 'present' } } };
  const { text, isProven } = await trial({
    values: {
      ...odd,
      hit: ['a', 'b', 'c'].map((name) => `delete ${name} from ${name} join d on ${name}.x = d.x`),
      noHit: ['delete from a', 'delete from b', 'delete from c'],
    },
  });
  if (!isProven) throw new Error(text);
  assert.equal((await set(text, 0)).status, 200);
  const [one] = (await review('dba', { text: 'update t set a = 1 where id = 1' })).body.result;
  assert.deepEqual(
    [one.verdict, one.failed.map(({ rule }: { rule: string }) => rule)],
    ['incomplete', ['shop-no-delete']],
  );
});

told('the tree of a statement is shown to whoever writes a pattern', async ({ call }) => {
  const tree = (body: object) => call('requester', 'POST', '/api/sql-trees', body);
  const { items } = (await tree({ text: 'delete from a where id = 1' })).body;
  assert.ok(items.some(({ kind, name }: { kind: string; name?: string }) => kind === 'named-table' && name === 'a'));
  assert.equal((await tree({ text: 'x', dialect: 'oracle' })).body.code, 'REVIEW_DIALECT_UNKNOWN');
  assert.equal((await call('nobody', 'POST', '/api/sql-trees', { text: 'x' })).status, 401);
});

const rule = (id: string, match: string) =>
  `  - { id: ${id}, grade: W, words: { en: a, zh: 一 }, match: ${match}, hit: [delete from a], noHit: [select 1] }\n`;

told('a rule an upgrade broke is told of as failed, and the others judge', async (lab) => {
  const { call, review, keepPolicy } = lab;
  // As an older release had believed them: a node kind that is gone, and a case that no longer holds.
  const text = `ownRules:\n${rule('shop-gone-kind', '{ kind: no-such-node }')}${rule('shop-gone-case', '{ kind: update }')}${rule('shop-holds', '{ kind: delete }')}`;
  await keepPolicy(`rules: { shop-gone-kind: E, left-the-catalogue: off }\n${text}`);
  const { status, body } = await review('requester', { text: 'delete from t where id = 1' });
  assert.equal(status, 200, JSON.stringify(body));
  const [one] = body.result;
  const rules = (list: readonly { rule: string }[]) => list.map((each) => each.rule).sort();
  assert.deepEqual(rules(one.failed), ['shop-gone-case', 'shop-gone-kind']);
  assert.ok(rules(one.findings).includes('shop-holds'));
  assert.deepEqual([one.verdict, body.passed], ['incomplete', false]);
  assert.deepEqual(rules(body.broken), ['shop-gone-case', 'shop-gone-kind']);
  const { items } = (await call('requester', 'GET', '/api/own-review-rules')).body;
  assert.deepEqual(
    items.map(({ id, broken }: { id: string; broken?: object }) => [id, broken !== undefined]),
    [
      ['shop-gone-kind', true],
      ['shop-gone-case', true],
      ['shop-holds', false],
    ],
  );
  assert.equal((await call('dba', 'GET', '/api/review-policies')).status, 200);
});

told('beside a broken rule the policy can be changed, and what is changed of it must hold', async (lab) => {
  const { call, review, keepPolicy } = lab;
  await keepPolicy(`ownRules:\n${rule('shop-gone-kind', '{ kind: no-such-node }')}`);
  const body = { scope: base, from: 1, note: 'meanwhile', setting: 'off' };
  const off = await call('dba', 'PUT', '/api/review-policies/rules/shop-gone-kind', body);
  assert.equal(off.status, 200, JSON.stringify(off.body));
  const { body: after } = await review('dba', { text: 'select id from t where id = 1' });
  assert.deepEqual([after.result[0].verdict, after.broken], ['passed', []]);
  const text = `ownRules:\n${rule('shop-gone-kind', '{ kind: nor-such }')}`;
  const worse = await call('dba', 'PUT', '/api/review-policies', { scope: base, from: 2, note: 'n', text });
  assert.equal(worse.body.code, 'REVIEW_POLICY_INVALID');
});
