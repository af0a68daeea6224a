import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { makePlaces, reviewScript, streamPieces } from './index.ts';

const dialect = dialects['mysql-9'];
const script = `create table t (id bigint primary key, a varchar(20)); -- review:ignore table-no-comment it is a test
select a from t where id = 1 and b = 2; delete from t; -- review:ignore dml-no-where a staging table
-- review:ignore select-star all of it
select *
from t where id = 1;
selec 1; begin; update t set a = 'x' where id = 1;
alter table t add column c int, drop column a;
select a from t where id = 1; commit; delete from t`;

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('a script in pieces is judged as the whole, with places of the file', async () => {
  const placeInFile = makePlaces(script);
  const wanted = reviewScript(script, { dialect }).map((review) => ({ ...review, placeOf: placeInFile }));
  for (const length of [7, 40, 100, 1000]) {
    const pieces = Array.from({ length: Math.ceil(script.length / length) }, (_, at) =>
      script.slice(at * length, (at + 1) * length),
    );
    const found = await all(streamPieces(pieces, { dialect }));
    assert.equal(found.length, wanted.length);
    for (const [at, { review, placeOf }] of found.entries()) {
      const whole = wanted[at];
      assert.ok(whole);
      assert.deepEqual([review.sql, review.line, review.score], [whole.sql, whole.line, whole.score], `${length}`);
      const shift = whole.start - review.start;
      assert.deepEqual(
        review.suppressed.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })),
        whole.suppressed,
      );
      const placed = ({ rule, start, end, message }: (typeof review.findings)[number]) => [rule, start, end, message];
      assert.deepEqual(
        review.findings.map((one) => placed({ ...one, start: one.start + shift, end: one.end + shift })),
        whole.findings.map(placed),
        `${review.sql} in pieces of ${length}`,
      );
      for (const offset of [review.start, review.end, ...review.findings.map(({ start }) => start)])
        assert.deepEqual(placeOf(offset), placeInFile(offset + shift), `${review.sql} in pieces of ${length}`);
    }
  }
});
