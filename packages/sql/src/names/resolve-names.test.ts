import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '../dialect.ts';
import { parseStatement } from '../parse/parse.ts';
import type { Origin, SchemaFacts } from './relation.ts';
import { resolveNames } from './resolve-names.ts';

const dialect = dialects['mysql-9'];
const columns: Readonly<Record<string, readonly string[]>> = { t: ['id', 'a', 'b'], u: ['id', 'c', 'doc'] };
const viewQuery = parseStatement('SELECT t.a AS x, u.c + t.b AS y FROM t JOIN u USING (id)', dialect).statement;
const facts: SchemaFacts = {
  columnsOf: (_, table) => columns[table],
  viewOf: (_, table) => (table === 'v' && viewQuery.kind === 'query' ? viewQuery : undefined),
};

const say = (origins: readonly Origin[]) => origins.map(({ table, column }) => `${table}.${column}`).join('+');
const resolve = (sql: string, known: SchemaFacts = facts) =>
  resolveNames(parseStatement(sql, dialect).statement, known);
const outputs = (sql: string, known?: SchemaFacts) =>
  resolve(sql, known).outputs.map(({ name, origins }) => `${name}=${say(origins)}`);

const lineages: readonly (readonly [sql: string, lineage: readonly string[]])[] = [
  ['SELECT a, b + 1 AS n, 5 AS five FROM t', ['a=t.a', 'n=t.b', 'five=']],
  ['SELECT * FROM t', ['id=t.id', 'a=t.a', 'b=t.b']],
  ['SELECT * FROM t JOIN u USING (id)', ['id=t.id', 'a=t.a', 'b=t.b', 'c=u.c', 'doc=u.doc']],
  ['SELECT x.* FROM t AS x, u', ['id=t.id', 'a=t.a', 'b=t.b']],
  ['SELECT d.n FROM (SELECT a + b AS n FROM t) AS d', ['n=t.a+t.b']],
  ['SELECT p FROM (SELECT a, b FROM t) AS d (p, q)', ['p=t.a']],
  ['WITH w (k) AS (SELECT c FROM u), z AS (SELECT k FROM w) SELECT k FROM z', ['k=u.c']],
  ['WITH RECURSIVE r AS (SELECT a FROM t UNION ALL SELECT r.a + u.c FROM r JOIN u) SELECT a FROM r', ['a=t.a+u.c']],
  ['SELECT a FROM t UNION SELECT c FROM u', ['a=t.a+u.c']],
  ['SELECT l.s FROM t, LATERAL (SELECT t.a + u.c AS s FROM u) AS l', ['s=t.a+u.c']],
  ["SELECT j.k FROM u, JSON_TABLE(u.doc, '$[*]' COLUMNS (k INT PATH '$')) AS j", ['k=u.doc']],
  ['SELECT x, y FROM v', ['x=t.a', 'y=u.c+t.b']],
  ['SELECT (SELECT MAX(c) FROM u WHERE u.id = t.id) AS m FROM t', ['m=u.c']],
  ['SELECT a AS z FROM t ORDER BY z', ['z=t.a']],
];

for (const [sql, lineage] of lineages)
  test(`lineage of ${sql}`, () => {
    assert.deepEqual(outputs(sql), lineage);
    assert.deepEqual(
      resolve(sql).columns.filter(({ verdict }) => verdict !== 'found'),
      [],
    );
  });

test('without facts the text tells what it can', () => {
  assert.deepEqual(outputs('SELECT a, x.* FROM s.t AS x', {}), ['a=t.a', '*=t.*']);
  const { columns: found } = resolve('SELECT a FROM t, u', {});
  assert.equal(found[0]?.verdict, 'ambiguous');
});

test('ON DUPLICATE KEY UPDATE sees the table that is written and those that are read', () => {
  const verdicts = (sql: string) => resolve(sql).columns.map(({ column, verdict }) => `${column.name.name} ${verdict}`);
  const from = 'INSERT INTO t (a) SELECT * FROM (SELECT c FROM u) AS d ON DUPLICATE KEY UPDATE';
  assert.deepEqual(verdicts(`${from} b = t.b + d.c`).slice(-3), ['b found', 'b found', 'c found']);
  assert.deepEqual(verdicts(`${from} b = d.nope`).slice(-1), ['nope unknown']);
  const common = 'INSERT INTO t (a) WITH w AS (SELECT c FROM u) SELECT c FROM w ON DUPLICATE KEY UPDATE b = w.c, a = b';
  assert.deepEqual(verdicts(common).slice(-4), ['b found', 'c found', 'a found', 'b found']);
});

test('a column that nothing has is unknown, one that two have ambiguous, one from outside found', () => {
  const verdicts = (sql: string) => resolve(sql).columns.map(({ verdict }) => verdict);
  assert.deepEqual(verdicts('SELECT nope FROM t'), ['unknown']);
  assert.deepEqual(verdicts('SELECT id FROM t, u'), ['ambiguous']);
  assert.deepEqual(verdicts('SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.c = a)'), ['found', 'found']);
  assert.deepEqual(verdicts('SELECT d.a FROM t, (SELECT t.a FROM u) AS d'), ['unknown', 'found']);
});

test('tables that are read and written', () => {
  const uses = (sql: string) => resolve(sql).tables.map(({ table, access }) => `${access} ${table}`);
  assert.deepEqual(uses('INSERT INTO t (a) SELECT c FROM u'), ['write t', 'read u']);
  assert.deepEqual(uses('UPDATE t JOIN u USING (id) SET t.a = u.c'), ['write t', 'read u']);
  assert.deepEqual(uses('WITH w AS (SELECT id FROM u) DELETE FROM t WHERE id IN (SELECT id FROM w)'), [
    'write t',
    'read u',
  ]);
  assert.deepEqual(uses('DELETE x FROM t AS x JOIN u USING (id)'), ['write t', 'read u']);
});

test('what a view stands on is named beside it, and which of it is written', () => {
  const uses = (sql: string) =>
    resolve(sql).behindViews.map(({ table, access, view }) => `${access} ${table} behind ${view}`);
  assert.deepEqual(uses('SELECT x FROM v'), ['read t behind v', 'read u behind v']);
  assert.deepEqual(uses('UPDATE v SET x = 1'), ['write t behind v', 'read u behind v']);
  assert.deepEqual(uses('UPDATE v SET y = 1'), ['read t behind v', 'read u behind v']);
});

test('the same name in another schema is another table', () => {
  const uses = resolve('UPDATE t JOIN s.t AS o USING (id) SET o.a = 1').tables;
  assert.deepEqual(
    uses.map(({ schema, access }) => `${schema} ${access}`),
    ['undefined read', 's write'],
  );
});

test('what a written column is made from', () => {
  const writes = (sql: string) => resolve(sql).writes.map(({ target, origins }) => `${say([target])}<-${say(origins)}`);
  assert.deepEqual(writes('INSERT INTO t (a, b) SELECT c, 1 FROM u'), ['t.a<-u.c', 't.b<-']);
  assert.deepEqual(writes('UPDATE t JOIN u USING (id) SET a = c + b'), ['t.a<-u.c+t.b']);
});

test('what stands on one another twice at every level is looked at once', () => {
  const levels = Array.from({ length: 40 }, (_, at) => at);
  const twice = (at: number) => (at === 0 ? 't AS a, t AS b' : `v${at - 1} AS a, v${at - 1} AS b`);
  const views = new Map(
    levels.map((at) => [`v${at}`, parseStatement(`SELECT a.a AS a, b.b AS b FROM ${twice(at)}`, dialect).statement]),
  );
  const known: SchemaFacts = {
    columnsOf: (_, table) => (table === 't' ? ['a', 'b'] : undefined),
    viewOf: (_, table) => {
      const view = views.get(table);
      return view?.kind === 'query' ? view : undefined;
    },
  };
  const through = resolve('SELECT a, b FROM v39', known);
  assert.deepEqual(through.columns[0]?.origins, [{ schema: undefined, table: 't', column: 'a' }]);
  assert.equal(through.behindViews.length, 40);

  const recursive = `${'WITH RECURSIVE c AS (SELECT 1 FROM ('.repeat(18)}SELECT 1${') x UNION SELECT 1) SELECT 1 FROM c'.repeat(18)}`;
  const from = process.cpuUsage().user;
  resolve(recursive);
  assert.ok(process.cpuUsage().user - from < 3_000_000, 'each level looked at twice would take minutes');

  const stars = levels.map((at) => `v${at} AS (SELECT * FROM ${twice(at)})`).join(', ');
  assert.equal(resolve(`WITH ${stars} SELECT * FROM v39`).outputs.length, 4096);
});
