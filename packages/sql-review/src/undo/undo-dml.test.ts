import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement } from '@myriad/sql';
import { readSchema } from '../schema/apply-statement.ts';
import { previewUndo } from './undo-dml.ts';

const dialect = dialects['mysql-9'];
const schema = readSchema(
  `CREATE TABLE people (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20), code INT, twice INT AS (code * 2),
     seen TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, UNIQUE KEY u (code));
   CREATE TABLE loose (a INT);
   CREATE TABLE head (id INT PRIMARY KEY, n INT);
   CREATE TABLE line (id INT PRIMARY KEY, h INT, FOREIGN KEY (h) REFERENCES head (id) ON DELETE CASCADE);
   CREATE TABLE watched (id INT PRIMARY KEY, n INT);
   CREATE TRIGGER w BEFORE UPDATE ON watched FOR EACH ROW SET @n = NEW.id;`,
  dialect,
);

function preview(sql: string) {
  const { statement } = parseStatement(sql, dialect);
  if (statement.kind !== 'update' && statement.kind !== 'delete' && statement.kind !== 'insert')
    return assert.fail(sql);
  return previewUndo(statement, { schema, dialect });
}

function stepsOf(sql: string) {
  const found = preview(sql);
  return 'impossible' in found ? assert.fail(found.impossible.en) : found;
}

test('an update keeps the key, what it sets and what the server sets with it', () => {
  const { capture, undo } = stepsOf("UPDATE people SET name = 'x' WHERE code > 5");
  assert.equal(capture, 'SELECT `id`, `name`, `seen` FROM people WHERE code > 5 FOR UPDATE');
  assert.deepEqual(undo, ['UPDATE `people` SET `name` = :name, `seen` = :seen WHERE `id` = :id']);
});

test('a delete keeps whole rows, without what is computed', () => {
  const { capture, undo } = stepsOf('DELETE FROM people WHERE id IN (1, 2) ORDER BY id LIMIT 1');
  assert.equal(
    capture,
    'SELECT `id`, `name`, `code`, `seen` FROM people WHERE id IN (1, 2) ORDER BY id LIMIT 1 FOR UPDATE',
  );
  assert.deepEqual(undo, ['INSERT INTO `people` (`id`, `name`, `code`, `seen`) VALUES (:id, :name, :code, :seen)']);
});

test('new rows are deleted by their key, written or numbered', () => {
  assert.deepEqual(stepsOf("INSERT INTO people (id, name) VALUES (7, 'x')").undo, [
    'DELETE FROM `people` WHERE `id` = :id',
  ]);
  assert.match(stepsOf("INSERT INTO people (name) VALUES ('x')").notes[0]?.en ?? '', /LAST_INSERT_ID/);
});

test('what REPLACE overwrites is looked for by every unique key', () => {
  const { capture, undo } = stepsOf("REPLACE INTO people (id, name, code) VALUES (7, 'x', 3)");
  assert.equal(
    capture,
    'SELECT `id`, `name`, `code`, `seen` FROM `people` WHERE (`id` = 7) OR (`code` = 3) FOR UPDATE',
  );
  assert.equal(undo.length, 2);
});

for (const [sql, why] of [
  ['UPDATE loose SET a = 1', /no primary key/],
  ['UPDATE watched SET n = 1', /trigger/],
  ['DELETE FROM head WHERE id = 1', /Foreign keys/],
  ['DELETE FROM people WHERE RAND() < 0.5', /chance/],
  ['DELETE FROM people LIMIT 5', /ORDER BY the primary key/],
  ['UPDATE people SET id = id + 1', /primary key itself/],
  ['UPDATE people, head SET people.name = 1', /Several tables/],
  ['INSERT INTO people SELECT * FROM people', /query has run/],
  ['UPDATE elsewhere SET a = 1', /not known/],
] as const)
  test(`nothing is promised for ${sql}`, () => {
    const found = preview(sql);
    assert.ok('impossible' in found);
    assert.match(found.impossible.en, why);
  });
