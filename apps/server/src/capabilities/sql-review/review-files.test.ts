import assert from 'node:assert/strict';
import { reviewFileLimits } from '@myriad/contract';
import { told } from './testing/told-reviews.ts';

const batch = '/api/sql-review-batches';
const mapper = (namespace: string, body: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
<mapper namespace="${namespace}">
${body}
</mapper>
`;
const orders = mapper(
  'shop.Orders',
  `  <select id="find">select <include refid="shop.Common.columns"/> from orders
    <where><if test="id != null">id = #{id}</if></where>
  </select>
  <delete id="clear">delete from orders</delete>
  <select id="lost">select <include refid="nowhere.columns"/> 1 from orders where id = 1</select>`,
);
const common = mapper('shop.Common', '  <sql id="columns">id, state</sql>');

told('several files are reviewed together: mappers with what they include of one another, and scripts', async (lab) => {
  const { ids, call } = lab;
  const files = [
    { name: 'mapper/Orders.xml', text: orders },
    { name: 'mapper/Common.xml', text: common },
    { name: 'pom.xml', text: '<project/>' },
    { name: 'release/1.sql', text: 'select id from t where id = 1;\ndrop table t;' },
    { name: 'empty.sql', text: '' },
  ];
  const { status, body } = await call('requester', 'POST', batch, { files, applicationId: ids.shop });
  assert.equal(status, 200, JSON.stringify(body));
  const lines = body.items.map((one: { file: string; statements: number; passed: boolean; score: number | null }) => [
    one.file,
    one.statements,
    one.passed,
    one.score === null,
  ]);
  assert.deepEqual(lines, [
    ['mapper/Orders.xml', 4, false, false],
    ['mapper/Common.xml', 0, true, true],
    ['pom.xml', 0, true, true],
    ['release/1.sql', 2, false, false],
    ['empty.sql', 0, true, true],
  ]);
  const listed = await call('requester', 'GET', `/api/sql-reviews?batchId=${body.id}&limit=100`);
  assert.deepEqual(
    new Set(listed.body.items.map(({ id }: { id: string }) => id)),
    new Set(body.items.map(({ id }: { id: string }) => id)),
  );
  const read = async (at: number) => (await call('requester', 'GET', `/api/sql-reviews/${body.items[at].id}`)).body;
  const mapped = await read(0);
  const cleared = mapped.result.find((one: { mapped: { id: string } }) => one.mapped.id === 'clear');
  const found = cleared.findings.find(({ rule }: { rule: string }) => rule === 'dml-no-where');
  assert.deepEqual([cleared.verdict, cleared.line], ['blocked', 7]);
  assert.match(orders.slice(found.start, found.end), /^delete from orders|^delete/);
  assert.match(mapped.result[0].mapped.sql, /select\s+id, state\s+from orders/);
  assert.match(mapped.notes[0].en, /^lost: <include refid="nowhere.columns"/);
  assert.match((await read(1)).notes[0].en, /fragments are reviewed where/);
  assert.match((await read(2)).notes[0].zh, /不是 MyBatis 映射文件/);
  assert.deepEqual((await read(3)).result[1].verdict, 'blocked');
});

told('what is let through of a mapper is the SQL of that shape, and no other at its place', async ({ call, ids }) => {
  // Both shapes begin at the same element; one of them has no condition.
  const text = mapper('m', '<delete id="d">delete from t <if test="a">where id = 1</if></delete>');
  const ask = () => call('requester', 'POST', batch, { files: [{ name: 'a.xml', text }], applicationId: ids.shop });
  const made = await ask();
  const review = async (id: string) => (await call('dba', 'GET', `/api/sql-reviews/${id}`)).body;
  const before = await review(made.body.items[0].id);
  assert.deepEqual(
    before.result.map(({ verdict }: { verdict: string }) => verdict),
    ['passed', 'blocked'],
  );
  const signed = await call('dba', 'POST', `/api/sql-reviews/${before.id}/exceptions`, {
    ...{ reason: 'agreed', owner: 'li', expires: '2026-12-01' },
  });
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  const after = await review((await ask()).body.items[0].id);
  assert.deepEqual(
    after.result.map(({ exception }: { exception?: object }) => exception !== undefined),
    [false, true],
  );
  assert.equal(after.mayGoOn, true);
});

told('more than one review takes is refused with all its bounds, and nothing is kept', async ({ call }) => {
  const { files: most, fileBytes } = reviewFileLimits;
  const send = async (files: readonly object[]) => (await call('dba', 'POST', batch, { files })).body;
  const tooMany = await send(Array.from({ length: most + 1 }, (_, at) => ({ name: `${at}.sql`, text: 'select 1' })));
  assert.equal(tooMany.code, 'REVIEW_FILES_BEYOND', JSON.stringify(tooMany));
  assert.match(tooMany.words.en, /501 files.*at most 500 files, 5 MiB in all and 1 MiB each/);
  assert.match(tooMany.words.zh, /最多 500 个文件，合计不超过 5 MiB，单个不超过 1 MiB/);
  const large = '-'.repeat(fileBytes);
  assert.equal((await send([{ name: 'a.sql', text: `${large}-` }])).code, 'REVIEW_FILES_BEYOND');
  const six = Array.from({ length: 6 }, (_, at) => ({ name: `${at}.sql`, text: large }));
  assert.equal((await send(six)).code, 'REVIEW_FILES_BEYOND');
  const past = await send([{ name: 'a.sql', text: large.repeat(16) }]);
  assert.deepEqual([past.code, past.words.en], ['BODY_TOO_LARGE', 'The body is larger than 15728640 bytes.']);
  const twice = [
    { name: 'a.sql', text: 'x' },
    { name: 'a.sql', text: 'y' },
  ];
  assert.deepEqual((await send(twice)).code, 'REVIEW_FILE_TWICE');
  for (const files of [[], [{ name: '', text: 'x' }], [{ name: 'a' }], [{ name: 'a', text: 7 }], 7, null, 'a.sql'])
    assert.equal((await call('dba', 'POST', batch, { files })).body.code, 'INPUT_INVALID', JSON.stringify(files));
  assert.deepEqual((await call('dba', 'GET', '/api/sql-reviews')).body.items, []);
});

told('a review that takes long is watched by who asked for it, and cancelled: then nothing is kept', async (lab) => {
  const { call } = lab;
  const run = 'a-review-of-mine-1';
  const text = 'select id from t where id = 1 and name = 5;\n'.repeat(20_000);
  const made = call('dba', 'POST', batch, { files: [{ name: 'long.sql', text: text.slice(0, 900_000) }], run });
  const progress = async () => (await call('dba', 'GET', `/api/sql-review-runs/${run}`)).body.progress;
  const deadline = performance.now() + 60_000;
  let seen = await progress();
  while (!(seen?.judged > 0) && performance.now() < deadline) {
    await new Promise((go) => setTimeout(go, 5));
    seen = await progress();
  }
  assert.deepEqual(
    [seen?.phase, seen?.file, seen?.bytes],
    ['judging', { name: 'long.sql', number: 1, of: 1 }, 880_000],
    JSON.stringify(seen),
  );
  assert.ok(seen.judged < seen.statements && seen.statements === 20_000);
  assert.ok(seen.readBytes > 0 && seen.readBytes < seen.bytes);
  // Of somebody else it is nothing.
  assert.equal((await call('requester', 'GET', `/api/sql-review-runs/${run}`)).body.progress, null);
  assert.equal((await call('requester', 'DELETE', `/api/sql-review-runs/${run}`)).body.cancelled, false);
  assert.equal((await call('dba', 'DELETE', `/api/sql-review-runs/${run}`)).body.cancelled, true);
  assert.equal((await made).body.code, 'REVIEW_CANCELLED');
  assert.equal(await progress(), null);
  assert.deepEqual((await call('dba', 'GET', '/api/sql-reviews')).body.items, []);
  const { body } = await call('dba', 'POST', '/api/sql-reviews', { text: 'select 1', run });
  assert.equal(body.statements, 1, JSON.stringify(body));
});
