import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { reviewScript } from '../review.ts';
import { readSchema } from './apply-statement.ts';
import { namesOfColumns } from './table.ts';

const dialect = dialects['mysql-9'];
const source =
  "create table m (id int auto_increment primary key, a varchar(10) character set latin1 not null default 'x', b int, g int as (b + 1) stored);" +
  'create table o (id int primary key, z int not null);';

const made = (create: string) => readSchema(`${source} ${create}`, dialect).tableAt(undefined, 'n') ?? assert.fail();
const namesOf = (create: string) => namesOfColumns(made(create));

// Each as SHOW CREATE TABLE of MySQL 9.7 and MariaDB 10.11 tells it.
test('columns taken as they are have the types and defaults of their table', () => {
  const table = made('create table n select id, a as q, g, z from m join o using (id)');
  assert.deepEqual(namesOf('create table n select m.id, a as q, g, z from m join o on o.id = m.id'), [
    'id',
    'q',
    'g',
    'z',
  ]);
  assert.equal(table.isWhole, false);
  const plain = made('create table n select m.id, a as q, g, z from m join o on o.id = m.id');
  assert.equal(plain.isWhole, true);
  assert.deepEqual(
    plain.columns.map(({ name, type, isNullable, hasDefault, isAutoIncrement, generated, charset }) => [
      name, type?.name, isNullable, hasDefault, isAutoIncrement, generated, charset,
    ]), // biome-ignore format: a row each
    [
      ['id', 'INT', false, true, false, undefined, undefined],
      ['q', 'VARCHAR', false, true, false, undefined, 'latin1'],
      ['g', 'INT', true, false, false, undefined, undefined],
      ['z', 'INT', false, false, false, undefined, undefined],
    ],
  );
  assert.deepEqual(plain.indexes, []);
});

test('a column the definition has too stands where the query has it, as the definition says', () => {
  const table = made('create table n (x int, a tinyint not null, key (a)) select b, a from m');
  assert.deepEqual(table.columns.map(({ name, type }) => [name, type?.name]), [
    ['x', 'INT'], ['b', 'INT'], ['a', 'TINYINT'],
  ]); // biome-ignore format: a row each
});

test('of computed columns the names are known alone, of others nothing', () => {
  const counted = made('create table n select a, count(*) as total from m group by a');
  assert.deepEqual([counted.isWhole, counted.columns.length], [false, 0]);
  assert.deepEqual(namesOf('create table n select a, count(*) as total from m group by a'), ['a', 'total']);
  assert.deepEqual(namesOf('create table n select m.a, o.z from m left join o on o.id = m.id'), ['a', 'z']);
  assert.deepEqual(namesOf('create table n select id from m union select id from o'), ['id']);
  assert.equal(namesOf('create table n select a + 1 from m'), undefined);
  assert.equal(namesOf('create table n select * from nowhere'), undefined);
  assert.equal(
    namesOf('create table n select a, count(*) as total from m group by a; alter table n add c int'),
    undefined,
  );
});

test('a script is told of a column such a table does not have, and of nothing else', () => {
  const rules = (text: string) =>
    reviewScript(`${source} ${text}`, { dialect })
      .at(-1)
      ?.findings.filter(({ grade }) => grade === 'X' || grade === 'E')
      .map(({ rule }) => rule);
  const create = 'create table n (key (total)) select a, count(*) as total from m group by a;';
  assert.deepEqual(rules(`${create} select gone from n where total = 1`), ['column-missing']);
  assert.deepEqual(rules(`${create} insert into n (a, gone) values ('x', 1)`), ['column-missing']);
  assert.deepEqual(rules(`${create} insert into n (a) values (null)`), []);
  assert.deepEqual(rules(`${create} update n set total = null where a = 'x'`), []);
});
