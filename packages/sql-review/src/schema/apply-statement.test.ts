import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement, type QualifiedName } from '@myriad/sql';
import { reviewScript } from '../review.ts';
import { readSchema } from './apply-statement.ts';
import type { SchemaState } from './schema.ts';

const dialect = dialects['mysql-9'];
const schemaOf = (ddl: string, options = {}): SchemaState => readSchema(ddl, dialect, options);
const tableOf = (ddl: string, name = 't') => schemaOf(ddl).tableAt(undefined, name);
const columnsOf = (ddl: string) => tableOf(ddl)?.columns.map(({ name }) => name);
const indexesOf = (ddl: string) =>
  tableOf(ddl)?.indexes.map(({ name, type, parts }) => `${type} ${name} (${parts.map(({ column }) => column)})`);

function nameIn(sql: string): QualifiedName {
  const { statement } = parseStatement(`truncate table ${sql}`, dialect);
  assert.equal(statement.kind, 'truncate-table');
  return statement.kind === 'truncate-table' ? statement.name : assert.fail();
}

const table = 'create table t (id int primary key, a varchar(10), b int);';

test('a table has the columns and indexes that its script leaves', () => {
  assert.deepEqual(columnsOf(`${table} alter table t add c int first, add d int after a, drop column b`), [
    'c',
    'id',
    'a',
    'd',
  ]);
  assert.deepEqual(columnsOf(`${table} alter table t rename column a to z, change b y bigint`), ['id', 'z', 'y']);
  assert.deepEqual(columnsOf(`${table} alter table t modify b int first`), ['b', 'id', 'a']);
  assert.deepEqual(indexesOf(`${table} create index k on t (a, b); alter table t drop column a`), [
    'PRIMARY KEY PRIMARY (id)',
    'INDEX k (b)',
  ]);
  assert.deepEqual(indexesOf(`${table} alter table t add key (a), add key (a), drop primary key`), [
    'INDEX a (a)',
    'INDEX a_2 (a)',
  ]);
});

test('what a column says of itself and what its table says of it are one', () => {
  const [id, a] = tableOf('create table t (primary key (id), id int, a text) charset = utf8mb4')?.columns ?? [];
  assert.deepEqual([id?.isNullable, a?.isNullable], [false, true]);
  const converted = tableOf('create table t (a varchar(5), b int); alter table t convert to character set latin1');
  assert.deepEqual(
    converted?.columns.map(({ charset }) => charset),
    ['latin1', undefined],
  );
});

test('names that are there, gone, and never heard of', () => {
  const schema = schemaOf(`${table} rename table t to u; create table shop.x (a int); drop table shop.x`);
  const presenceOf = (name: string) => schema.presenceOf(nameIn(name));
  assert.deepEqual(['u', 'T', 'shop.x', 'other', 'shop.other'].map(presenceOf), [
    'there',
    'missing',
    'missing',
    'unknown',
    'unknown',
  ]);
  const whole = schemaOf(table, { isWhole: true });
  assert.deepEqual(
    ['t', 'other', 'shop.other'].map((name) => whole.presenceOf(nameIn(name))),
    ['there', 'missing', 'unknown'],
  );
});

test('USE says where names without a schema are', () => {
  const schema = schemaOf('use shop; create table t (a int); use other');
  assert.equal(schema.tableAt('shop', 't')?.name, 't');
  assert.equal(schema.tableAt(undefined, 't'), undefined);
});

test('LIKE copies a table, a query makes one whose columns are not all known', () => {
  assert.deepEqual(indexesOf('create table u (a int, key k (a)); create table t like u'), ['INDEX k (a)']);
  assert.equal(tableOf('create table t as select 1 as a')?.isWhole, false);
  assert.deepEqual(tableOf('create table t as select 1 as a')?.columnNames, ['a']);
});

test('partitions come and go', () => {
  const ddl = 'create table t (d date) partition by range columns (d) (partition p0 values less than (maxvalue));';
  const after = tableOf(
    `${ddl} alter table t reorganize partition p0 into (partition a values less than ('2024-01-01'), partition z values less than (maxvalue))`,
  );
  assert.deepEqual(after?.partitions, { method: 'RANGE COLUMNS', columns: ['d'], names: ['a', 'z'] });
  assert.equal(tableOf(`${ddl} alter table t remove partitioning`)?.partitions, undefined);
});

test('a review does not change the schema it was given', () => {
  const schema = schemaOf(table, { isWhole: true });
  const rules = (text: string) =>
    reviewScript(text, { dialect, facts: { schema } }).map(({ findings }) => findings.map(({ rule }) => rule));
  assert.deepEqual(rules('select id from u where id = 1'), [['object-missing']]);
  const [drop, read] = rules('drop table t; select id from t where id = 1');
  assert.ok(drop?.includes('drop-table'));
  assert.deepEqual(read, ['object-missing']);
  assert.deepEqual(rules('select id from t where id = 1'), [[]]);
});

test('a table with triggers is told not to move to another schema', () => {
  const messages = (text: string) =>
    reviewScript(text, { dialect })
      .at(-1)
      ?.findings.flatMap(({ rule, message }) => (rule === 'rename-cross-schema' ? [message.en] : []));
  const made = 'create table shop.t (a int); create trigger shop.g before insert on shop.t for each row set new.a = 1;';
  for (const move of ['rename table shop.t to old.t', 'alter table shop.t rename to old.t']) {
    assert.match(messages(`${made} ${move}`)?.[0] ?? '', /error 1435.*trigger g/);
    assert.match(messages(`create table shop.t (a int); ${move}`)?.[0] ?? '', /moves to the schema old/);
    assert.match(messages(`${made} drop trigger shop.G; ${move}`)?.[0] ?? '', /moves to the schema old/);
    assert.match(messages(`${made} drop trigger other.g; ${move}`)?.[0] ?? '', /trigger g/);
  }
});
