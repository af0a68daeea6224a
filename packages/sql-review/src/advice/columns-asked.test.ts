import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { readSchema } from '../schema/apply-statement.ts';
import { columnsAsked } from './columns-asked.ts';

test('a server is told which columns are long, so that their beginnings are read and not their whole', () => {
  const dialect = dialects['mysql-8.4'];
  const schema = readSchema('create table a (id int primary key, note longtext, name varchar(40))', dialect);
  const text = "select id from a where note like 'x%' and name = 'y'";
  assert.deepEqual(columnsAsked([{ name: '', text }], { schema }, dialect), [
    {
      table: { schema: undefined, name: 'a' },
      columns: ['note', 'name'],
      long: ['note'],
      key: ['id'],
      rows: undefined,
    },
  ]);
});
