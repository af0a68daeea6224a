import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DialectName, dialects, fingerprint } from '@myriad/sql';
import type { TableStatistics } from '../facts/statistics.ts';
import { readSchema } from '../schema/apply-statement.ts';
import { adviseIndexes } from './advise-indexes.ts';

interface Given {
  readonly dialect?: DialectName;
  readonly statistics?: Readonly<Record<string, TableStatistics>>;
  readonly executions?: ReadonlyMap<string, number>;
}

function advise(ddl: string, text: string, { dialect = 'mysql-8.4', statistics = {}, executions }: Given = {}) {
  const facts = { schema: readSchema(ddl, dialects[dialect]), statistics };
  return adviseIndexes([{ name: '', text }], {
    dialect: dialects[dialect],
    facts,
    ...(executions ? { executions } : {}),
  });
}

const ddlOf = (...given: Parameters<typeof advise>) => advise(...given).advice.map(({ ddl }) => ddl);

test('mixed directions need descending keys: only where the version keeps them', () => {
  const table = 'create table t (id int primary key, a int not null, b int not null) engine=innodb';
  const sql = 'select id, a, b from t order by a, b desc limit 10';
  assert.deepEqual(ddlOf(table, sql), ['CREATE INDEX `idx_a_b_desc` ON `t` (`a`, `b` DESC)']);
  assert.deepEqual(ddlOf(table, sql, { dialect: 'mysql-5.7' }), []);
  assert.deepEqual(ddlOf(table, sql, { dialect: 'mariadb-10.6' }), []);
  assert.equal(ddlOf(table, sql, { dialect: 'mariadb-11.4' }).length, 1);
});

test('an expression is indexed where the server can, and only said where it cannot', () => {
  const table = 'create table t (id int primary key, a varchar(80) not null) engine=innodb';
  const sql = "select id from t where lower(a) = 'x'";
  assert.deepEqual(ddlOf(table, sql), ['CREATE INDEX `idx_lower_expr` ON `t` ((lower(a)))']);
  for (const dialect of ['mysql-5.7', 'mariadb-10.11'] as const) {
    const { advice, remarks } = advise(table, sql, { dialect });
    assert.deepEqual([advice.length, remarks.length], [0, 1]);
  }
  const there = table.replace(') engine', ', key ((lower(a)))) engine');
  assert.deepEqual(ddlOf(there, sql), []);
});

test('a key keeps the limits of its row format: long columns by a prefix, no more than 3,072 bytes', () => {
  const table = (type: string, more = '') =>
    `create table t (id int primary key, a ${type} not null, b ${type} not null) engine=innodb charset=utf8mb4 ${more}`;
  const one = "select id from t where a = 'x'";
  assert.deepEqual(ddlOf(table('varchar(768)'), one), ['CREATE INDEX `idx_a` ON `t` (`a`)']);
  assert.deepEqual(ddlOf(table('varchar(769)'), one), ['CREATE INDEX `idx_a` ON `t` (`a`(191))']);
  assert.deepEqual(ddlOf(table('varchar(300)', 'row_format=compact'), one), ['CREATE INDEX `idx_a` ON `t` (`a`(191))']);
  const [both = ''] = ddlOf(table('varchar(600)'), "select id from t where a = 'x' and b = 'y'");
  assert.match(both, /\(`[ab]`\)$/);
});

test('numbers of the server decide: what leaves most rows is not indexed, small tables neither', () => {
  const table = 'create table t (id int primary key, a int not null, b int) engine=innodb';
  const statistics = (rows: number, distinct: number) => ({ t: { rows, columns: { a: { distinct } } } });
  const sql = 'select b from t where a = 5';
  assert.deepEqual(ddlOf(table, sql, { statistics: statistics(1_000_000, 2) }), []);
  assert.deepEqual(ddlOf(table, sql, { statistics: statistics(40, 40) }), []);
  const [one] = advise(table, sql, { statistics: statistics(1_000_000, 50_000) }).advice;
  assert.deepEqual([one?.confidence, one?.rowsBefore, one?.rowsAfter], ['statistics', 1_000_000, 20]);
  assert.ok((one?.sizeBytes ?? 0) > 8_000_000 && (one?.sizeBytes ?? 0) < 100_000_000);
});

test('a range that is written out is as wide as its ends lie apart', () => {
  const table = 'create table t (id int primary key, a date not null, b int) engine=innodb';
  const statistics = {
    t: { rows: 1_000_000, columns: { a: { distinct: 1000, low: '2024-01-01', high: '2026-01-01' } } },
  };
  const between = (from: string, to: string) => `select b from t where a >= '${from}' and a < '${to}'`;
  assert.equal(ddlOf(table, between('2025-01-01', '2025-01-08'), { statistics }).length, 1);
  assert.deepEqual(ddlOf(table.replace('b int', 'b text'), between('2024-02-01', '2025-11-01'), { statistics }), []);
});

test('columns that spare the row are taken in where many rows are read for sure', () => {
  const table = 'create table t (id int primary key, a int not null, b int, c text) engine=innodb';
  const statistics = { t: { rows: 1_000_000, columns: { a: { distinct: 100 } } } };
  assert.deepEqual(ddlOf(table, 'select b from t where a = 5', { statistics }), [
    'CREATE INDEX `idx_a_b` ON `t` (`a`, `b`)',
  ]);
  assert.deepEqual(ddlOf(table, 'select c from t where a = 5', { statistics }), ['CREATE INDEX `idx_a` ON `t` (`a`)']);
  assert.deepEqual(ddlOf(table, 'select b from t where a = 5'), ['CREATE INDEX `idx_a` ON `t` (`a`)']);
});

test('what is written more than it is read gets no index, and writers are told of', () => {
  const table = 'create table t (id int primary key, a int not null, b int) engine=innodb';
  const [read, write] = ['select b from t where a = 5', 'insert into t values (1, 2, 3)'];
  const statistics = { t: { rows: 1000, columns: { a: { distinct: 500 } } } };
  const ran = (writes: number) =>
    new Map([
      [fingerprint(read, dialects['mysql-8.4']), 1],
      [fingerprint(write, dialects['mysql-8.4']), writes],
    ]);
  const [one] = advise(table, `${read};${write}`, { statistics, executions: ran(10) }).advice;
  assert.deepEqual(
    one?.writes.map(({ sql }) => sql),
    [write],
  );
  assert.deepEqual(ddlOf(table, `${read};${write}`, { statistics, executions: ran(1000) }), []);
});

test('what runs more often comes first; tables nobody described get nothing', () => {
  const table = 'create table t (id int primary key, a int not null, b int not null) engine=innodb';
  const text = 'select * from t where a = 1; select * from t where b = 1; select * from nowhere where c = 1';
  const executions = new Map([[fingerprint('select * from t where b = 1', dialects['mysql-8.4']), 900]]);
  const { advice, unknownTables } = advise(table, text, { executions });
  assert.deepEqual(
    advice.map(({ index }) => index),
    ['idx_b', 'idx_a'],
  );
  assert.deepEqual(unknownTables, ['nowhere']);
  assert.equal(advice[0]?.prediction?.algorithm, 'INPLACE');
});

test('engines without trees, and tables with 64 indexes, get none', () => {
  const sql = 'select * from t where a = 1';
  assert.deepEqual(ddlOf('create table t (id int primary key, a int) engine=memory', sql), []);
  const keys = Array.from({ length: 63 }, (_, at) => `key k${at} (b, c${at})`).join(', ');
  const columns = Array.from({ length: 63 }, (_, at) => `c${at} int`).join(', ');
  assert.deepEqual(
    ddlOf(`create table t (id int primary key, a int, b int, ${columns}, ${keys}) engine=innodb`, sql),
    [],
  );
});

test('no text makes it throw', () => {
  const table = 'create table t (id int primary key, a int) engine=innodb';
  for (const text of [
    '',
    'selec',
    'select * from t where',
    'select * from t, t',
    'with recursive r as (select 1 union all select a from r) select * from r join t on t.a = r.a',
    'select * from (select * from (select * from t) x) y where a = 1',
    'create view v as select * from v; select * from v where a = 1',
    'select ? from t where a = ? order by ? limit ?',
    'select * from t where a = (select a from t where id = t.a)',
    'delete t from t join t as u on t.a = u.a',
    'select * from t natural join t u where 1 in (select 2)',
  ])
    assert.ok(advise(table, text).advice.length >= 0, text);
});
