import assert from 'node:assert/strict';
import { told } from './testing/told-reviews.ts';

const day = 24 * 3_600_000;

told('a review is judged, kept and read again: scores, places, what blocks', async ({ ids, call, review }) => {
  const text = 'select id from t where id = 1;\ndelete from t;\nselec 1;';
  const made = await review('requester', { text, applicationId: ids.shop, dialect: 'mysql-8.0' });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  const { body } = made;
  assert.deepEqual(
    body.result.map(({ line, verdict }: { line: number; verdict: string }) => [line, verdict]),
    [
      [1, 'passed'],
      [2, 'blocked'],
      [3, 'not-reviewed'],
    ],
  );
  const [, deleted] = body.result;
  const found = deleted.findings.find(({ rule }: { rule: string }) => rule === 'dml-no-where');
  assert.match(text.slice(found.start, found.end), /delete/);
  assert.deepEqual(
    [body.application, body.by, body.passed, body.notReviewed, body.result[0].score],
    ['shop', 'requester', false, 1, 100],
  );
  assert.match(body.server, /^MySQL 8\.0/);
  assert.ok(body.rules > 300 && body.lowest <= 20);
  assert.deepEqual((await call('requester', 'GET', `/api/sql-reviews/${body.id}`)).body, body);
  const [row] = (await call('dba', 'GET', '/api/sql-reviews')).body.items;
  assert.deepEqual([row.id, row.score, row.text], [body.id, body.score, undefined]);
});

told('who asked reads it, whoever has a role on its application too, and for others it is not there', async (lab) => {
  const { ids, call, review, person } = lab;
  const scope = (id: string) => [{ role: 'requester', scope: { kind: 'application', id } }];
  const ann = await person('ann', scope(ids.shop));
  const bo = await person('bo', scope(ids.pay));
  const mine = await review(ann, { text: 'select 1', applicationId: ids.shop });
  assert.equal(mine.status, 200, JSON.stringify(mine.body));
  const own = await review(bo, { text: 'select 2' });
  const listOf = async (as: Parameters<typeof call>[0]) =>
    (await call(as, 'GET', '/api/sql-reviews')).body.items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await listOf(ann), [mine.body.id]);
  assert.deepEqual(await listOf(bo), [own.body.id]);
  assert.deepEqual(new Set(await listOf('requester')), new Set([mine.body.id, own.body.id]));
  assert.equal((await call(bo, 'GET', `/api/sql-reviews/${mine.body.id}`)).status, 404);
  assert.equal((await call(bo, 'GET', '/api/sql-review-quality')).body.items[0].reviews, 1);
  // An application or cluster out of sight does not exist.
  const hidden = await review(bo, { text: 'select 1', applicationId: ids.shop });
  assert.deepEqual([hidden.status, hidden.body.code], [404, 'APPLICATION_NOT_FOUND']);
  assert.equal((await review(bo, { text: 'select 1', clusterId: ids.cluster })).body.code, 'CLUSTER_NOT_FOUND');
  assert.equal((await review(ann, { text: 'select 1', clusterId: ids.cluster })).body.code, 'NOT_AN_OPERATOR');
  assert.equal((await review('nobody', { text: 'select 1' })).status, 401);
});

told('a change of a definition says what it will cost', async ({ review }) => {
  const text = 'create table t (id int primary key, a int) engine = InnoDB; alter table t modify a bigint';
  const [made, altered] = (await review('dba', { text })).body.result;
  assert.deepEqual(made.ddl, []);
  assert.match(altered.ddl[0].en, /^t: COPY/);
  assert.match(altered.ddl[0].zh, /^t：COPY/);
});

told('scores add up by application and month', async ({ ids, call, review, pass }) => {
  await review('dba', { text: 'select id from t where id = 1', applicationId: ids.shop });
  pass(10 * day);
  await review('dba', { text: 'delete from t; select id from t where id = 1', applicationId: ids.shop });
  await review('dba', { text: 'select id from t where id = 1' });
  const { items } = (await call('dba', 'GET', '/api/sql-review-quality?months=2')).body;
  const of = (month: string, application?: string) =>
    items.find(
      (row: { month: string; application?: string }) => row.month === month && row.application === application,
    );
  assert.deepEqual([of('2026-11', 'shop').score, of('2026-11', 'shop').owner], [100, 'li']);
  const { statements, notPassed, findings, lowest } = of('2026-12', 'shop');
  assert.deepEqual([statements, notPassed, findings.X >= 1, lowest <= 20], [2, 1, true, true]);
  assert.equal(of('2026-12').reviews, 1);
});

told('pages of reviews follow on one another', async ({ call, review }) => {
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) made.push((await review('dba', { text: `select ${n}` })).body.id);
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await call('dba', 'GET', `/api/sql-reviews?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === undefined) break;
    cursor = body.next;
  }
  assert.deepEqual(seen, made.toReversed());
});

told('where the server is silent the text is judged, and the review says why no more was', async (lab) => {
  const { ids, call, review } = lab;
  const { status, body } = await review('dba', { text: 'delete from t', clusterId: ids.cluster });
  assert.deepEqual(
    [status, body.server, body.result[0].verdict],
    [200, 'MySQL 8.4.3', 'blocked'],
    JSON.stringify(body),
  );
  assert.deepEqual([body.live.state, body.live.plans], ['silent', { needed: 1, seen: 0 }]);
  assert.equal(body.live.because.zh, '该集群没有实例。');
  assert.deepEqual((await call('dba', 'GET', `/api/sql-reviews/${body.id}`)).body, body);
});

told('what cannot be asked is said, and nothing is kept', async ({ ids, call, review }) => {
  const silent = await review('dba', { text: 'select 1', clusterId: ids.cluster, server: 'required' });
  assert.deepEqual([silent.status, silent.body.code], [502, 'REVIEW_SERVER_SILENT']);
  const unknown = await review('dba', { text: 'select 1', dialect: 'oracle' });
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'REVIEW_DIALECT_UNKNOWN']);
  for (const body of [{}, { text: '' }, { text: 7 }, { text: 'x', more: 1 }])
    assert.equal((await review('dba', body)).body.code, 'INPUT_INVALID');
  assert.deepEqual((await call('dba', 'GET', '/api/sql-reviews')).body.items, []);
});

told('the catalogue has every rule with its cases', async ({ call }) => {
  const { items } = (await call('requester', 'GET', '/api/review-rules')).body;
  assert.ok(items.length > 300);
  const { body } = await call('requester', 'GET', '/api/review-rules/dml-no-where');
  assert.deepEqual([body.grade, body.examples.length, body.why.zh !== ''], ['X', body.cases, true]);
  assert.ok(body.examples.some(({ isHit }: { isHit: boolean }) => isHit));
  assert.equal((await call('requester', 'GET', '/api/review-rules/nope')).body.code, 'REVIEW_RULE_NOT_FOUND');
});

told('index advice is kept with the review that asked for it, and only with that', async ({ call, review }) => {
  const text = `create table t (id int primary key, a int not null, b int) engine = InnoDB;
select b from t where a = 5;
select b from t where lower(a) = 'x';`;
  const plain = (await review('requester', { text })).body;
  assert.equal(plain.advice, undefined);
  const { body } = await review('requester', { text, advise: true });
  const [only, ...others] = body.advice.items;
  assert.deepEqual(
    [only.ddl, only.serves.map(({ line }: { line: number }) => line), only.confidence, others],
    ['CREATE INDEX `idx_a` ON `t` (`a`)', [2], 'schema', []],
  );
  assert.ok(only.rowsAfter < only.rowsBefore && only.reason.zh !== '' && only.prediction.en.includes('INPLACE'));
  assert.deepEqual(
    body.advice.remarks.map(({ line }: { line: number }) => line),
    [3],
  );
  assert.deepEqual((await call('requester', 'GET', `/api/sql-reviews/${body.id}`)).body, body);
});
