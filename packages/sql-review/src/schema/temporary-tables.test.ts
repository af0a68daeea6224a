import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { reviewScript } from '../review.ts';
import { readSchema } from './apply-statement.ts';

const dialect = dialects['mysql-9'];
const base = 'create table t (id int primary key, a varchar(10));';

const columnsAfter = (ddl: string, name = 't') =>
  readSchema(ddl, dialect)
    .tableAt(undefined, name)
    ?.columns.map((column) => column.name);

test('a temporary table hides the table of its name until it is dropped', () => {
  const hidden = `${base} create temporary table t (z int);`;
  assert.deepEqual(columnsAfter(hidden), ['z']);
  assert.deepEqual(columnsAfter(`${hidden} drop temporary table t`), ['id', 'a']);
  assert.deepEqual(columnsAfter(`${hidden} drop table t`), ['id', 'a']);
  assert.equal(columnsAfter(`${hidden} drop table t; drop table t`), undefined);
  assert.deepEqual(columnsAfter(`${hidden} alter table t rename to u`), ['id', 'a']);
  assert.deepEqual(columnsAfter(`${hidden} alter table t rename to u`, 'u'), ['z']);
});

test('DROP TEMPORARY TABLE takes no lasting table, and what was not known is not known again', () => {
  assert.deepEqual(columnsAfter(`${base} drop temporary table if exists t`), ['id', 'a']);
  const presence = (ddl: string) => readSchema(ddl, dialect).presenceAt(undefined, 't');
  const temporary = 'create temporary table t (z int); drop temporary table t';
  assert.equal(presence(temporary), 'unknown');
  assert.equal(presence(`${base} drop table t; ${temporary}`), 'missing');
});

test('a view is hidden too, and a lasting table made meanwhile stands behind', () => {
  const schema = readSchema('create view t as select 1 as one; create temporary table t (z int)', dialect);
  assert.equal(schema.viewAt(undefined, 't'), undefined);
  const after = readSchema('create temporary table t (z int); create table t (q int); drop temporary table t', dialect);
  assert.deepEqual(
    after.tableAt(undefined, 't')?.columns.map(({ name }) => name),
    ['q'],
  );
});

test('triggers fire for the lasting table alone', () => {
  const trigger = 'create trigger g before insert on t for each row set new.a = 1;';
  const schema = readSchema(`${base} ${trigger} create temporary table t (z int)`, dialect);
  const table = schema.tableAt(undefined, 't') ?? assert.fail();
  assert.deepEqual(schema.triggersOf(table), []);
});

test('what a script did to the hidden table is remembered behind it', () => {
  const rules = (text: string) =>
    reviewScript(text, { dialect }).map(({ findings }) =>
      findings.some(({ rule }) => rule === 'alter-merge') ? 'again' : '',
    );
  const [alter, again] = ['alter table t add b int', 'alter table t add c int'];
  assert.equal(rules(`${alter}; ${again}`).at(-1), 'again');
  const between = 'create temporary table t (z int);';
  assert.equal(rules(`${alter}; ${between} ${again}`).at(-1), '');
  assert.equal(rules(`${alter}; ${between} drop temporary table t; ${again}`).at(-1), 'again');
});
