import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { factsNeeded } from './needed-facts.ts';

const needed = (text: string) => factsNeeded(text, dialects['mysql-9']);
const plansOf = (text: string) => needed(text).plans.map(({ explained, count }) => [explained, count]);

test('a change is explained by the query that finds its rows, and counted where that runs nobody’s code', () => {
  for (const [sql, explained, count] of [
    ['select a from t', 'select a from t', undefined],
    [
      'delete from t where a = 1 order by b desc, c limit 3',
      'SELECT * FROM t WHERE a = 1 ORDER BY b desc, c limit 3',
      undefined,
    ],
    ['delete from s.t where a = 1', 'SELECT * FROM s.t WHERE a = 1', 'SELECT COUNT(*) AS counted FROM s.t WHERE a = 1'],
    ['update t set a = 1', 'SELECT * FROM t', 'SELECT COUNT(*) AS counted FROM t'],
    ['update t set a = 1 where f(b) = 1', 'SELECT * FROM t WHERE f(b) = 1', undefined],
    ['update t set a = 1 where b in (select 1)', 'SELECT * FROM t WHERE b in (select 1)', undefined],
    ['update a join b on a.x = b.y set a.z = 1', 'SELECT * FROM a join b on a.x = b.y', undefined],
    ['delete a from a, b where a.x = b.x', 'SELECT * FROM a, b WHERE a.x = b.x', undefined],
    ['insert into x select * from y', 'select * from y', undefined],
  ] as const)
    assert.deepEqual(plansOf(sql), [[explained, count]], sql);
});

test('nothing is asked of what writes, locks or waits for a value', () => {
  for (const sql of [
    "select a from t into outfile '/tmp/x'",
    'select a from t for update',
    'select a from t where b = ?',
    'select @a := a from t',
    'insert into t values (1)',
    'alter table t add a int',
    'selec 1',
  ])
    assert.deepEqual(plansOf(sql), [], sql);
});

test('what stands behind a change of the schema has no plan yet, but its tables are asked for', () => {
  const { tables, plans } = needed('select 1 from a; alter table a add b int; select b from a join s.c; use x');
  assert.deepEqual(
    plans.map(({ sql }) => sql),
    ['select 1 from a'],
  );
  assert.deepEqual(tables, [
    { schema: undefined, name: 'a' },
    { schema: 's', name: 'c' },
  ]);
});

test('tables whose definition changes are told apart: whoever holds one is asked for', () => {
  const script =
    'select 1 from a; alter table b add c int; drop table if exists s.d; rename table e to f; optimize table g';
  const { changed } = needed(script);
  assert.deepEqual(
    changed.map(({ schema, name }) => (schema === undefined ? name : `${schema}.${name}`)),
    ['b', 's.d', 'e', 'g'],
  );
});
