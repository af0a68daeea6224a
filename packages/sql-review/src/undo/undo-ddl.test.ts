import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement } from '@myriad/sql';
import { undoDdl } from './undo-ddl.ts';

const dialect = dialects['mysql-9'];
const create = parseStatement(
  `CREATE TABLE t (id int NOT NULL, a varchar(20) NOT NULL DEFAULT 'x', b int DEFAULT NULL,
   PRIMARY KEY (id), KEY k (b), UNIQUE KEY u (a)) ENGINE=InnoDB COMMENT='old'`,
  dialect,
).statement;

function undo(sql: string) {
  const createOf = () => (create.kind === 'create-table' ? create : undefined);
  return undoDdl(parseStatement(sql, dialect).statement, { createOf, dialect });
}

function statementsOf(sql: string): readonly string[] {
  const found = undo(sql);
  return 'impossible' in found ? assert.fail(found.impossible.en) : found.statements;
}

test('an added column is dropped, a changed one gets its old definition at its old place', () => {
  assert.deepEqual(statementsOf('ALTER TABLE t ADD COLUMN c INT FIRST'), ['ALTER TABLE t DROP COLUMN `c`']);
  assert.deepEqual(statementsOf('ALTER TABLE t CHANGE b b2 BIGINT FIRST'), [
    'ALTER TABLE t CHANGE COLUMN `b2` b INT DEFAULT NULL AFTER `a`',
  ]);
});

test('a dropped column comes back with its index, and the loss of its values is said', () => {
  const found = undo('ALTER TABLE t DROP COLUMN b');
  assert.ok('statements' in found);
  assert.deepEqual(found.statements, ['ALTER TABLE t ADD INDEX k (b), ADD COLUMN b INT DEFAULT NULL AFTER `a`']);
  assert.match(found.lost[0]?.en ?? '', /values of the column b are gone/);
});

test('a unique key on a column that comes back empty is not promised', () => {
  const found = undo('ALTER TABLE t DROP COLUMN a');
  assert.ok('remains' in found);
  assert.match(found.remains[0]?.en ?? '', /unique key u/);
});

test('options and names go back, and a rename is undone under the new name', () => {
  assert.deepEqual(statementsOf("ALTER TABLE t COMMENT = 'new', RENAME TO u"), [
    "ALTER TABLE u COMMENT 'old', RENAME TO t",
  ]);
  assert.deepEqual(statementsOf('RENAME TABLE a TO b, c TO d'), ['RENAME TABLE d TO c', 'RENAME TABLE b TO a']);
});

test('rows that are gone are said to be gone, and what is no table is refused', () => {
  const dropped = undo('DROP TABLE t');
  assert.ok('lost' in dropped);
  assert.match(dropped.statements[0] ?? '', /^CREATE TABLE/);
  assert.match(dropped.lost[0]?.en ?? '', /rows of t/);
  assert.ok('impossible' in undo('DROP DATABASE shop'));
});
