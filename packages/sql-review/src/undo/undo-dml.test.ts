import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement } from '@myriad/sql';
import { readSchema } from '../schema/apply-statement.ts';
import { previewUndo } from './undo-dml.ts';
import { undoStatements } from './undo-rows.ts';

const dialect = dialects['mysql-9'];
const schema = readSchema(
  `CREATE TABLE people (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20), code INT, twice INT AS (code * 2),
     seen TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, UNIQUE KEY u (code));
   CREATE TABLE loose (a INT);
   CREATE TABLE head (id INT PRIMARY KEY, n INT);
   CREATE TABLE line (id INT PRIMARY KEY, h INT, FOREIGN KEY (h) REFERENCES head (id) ON DELETE CASCADE);
   CREATE TABLE plain (id INT PRIMARY KEY, n INT);
   CREATE TABLE kid (id INT PRIMARY KEY, h INT, FOREIGN KEY (h) REFERENCES plain (id));
   CREATE TABLE tree (id INT PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES tree (id));
   CREATE TABLE watched (id INT PRIMARY KEY, n INT);
   CREATE TRIGGER w BEFORE UPDATE ON watched FOR EACH ROW SET @n = NEW.id;`,
  dialect,
);

function preview(sql: string) {
  const { statement } = parseStatement(sql, dialect);
  return previewUndo(statement, { schema, dialect });
}

function partsOf(sql: string) {
  const found = preview(sql);
  return 'impossible' in found ? assert.fail(found.impossible.en) : found.parts;
}

function partOf(sql: string) {
  const [part, ...others] = partsOf(sql);
  assert.ok(part && others.length === 0);
  return part;
}

test('an update keeps the key, what it sets and what the server sets with it', () => {
  const { capture, putBack } = partOf("UPDATE people SET name = 'x' WHERE code > 5");
  assert.equal(capture, 'SELECT `id`, `name`, `seen` FROM people WHERE code > 5 FOR UPDATE');
  assert.deepEqual(putBack, ['UPDATE `people` SET `name` = :name, `seen` = :seen WHERE `id` = :id']);
});

test('a delete keeps whole rows, without what is computed', () => {
  const { capture, putBack } = partOf('DELETE FROM people WHERE id IN (1, 2) ORDER BY id LIMIT 1');
  assert.equal(
    capture,
    'SELECT `id`, `name`, `code`, `seen` FROM people WHERE id IN (1, 2) ORDER BY id LIMIT 1 FOR UPDATE',
  );
  assert.deepEqual(putBack, ['INSERT INTO `people` (`id`, `name`, `code`, `seen`) VALUES (:id, :name, :code, :seen)']);
});

test('new rows are taken away by their key, written or numbered', () => {
  assert.deepEqual(partOf("INSERT INTO people (id, name) VALUES (7, 'x'), (8, 'y')").takeAway, [
    'DELETE FROM `people` WHERE `id` = 7',
    'DELETE FROM `people` WHERE `id` = 8',
  ]);
  assert.match(partOf("INSERT INTO people (name) VALUES ('x'), ('y')").takeAway[0] ?? '', /:lastInsertId \+ 1 \* @@/);
});

test('what REPLACE overwrites is looked for by every unique key', () => {
  const { capture, takeAway, putBack } = partOf("REPLACE INTO people (id, name, code) VALUES (7, 'x', 3)");
  assert.equal(
    capture,
    'SELECT `id`, `name`, `code`, `seen` FROM `people` WHERE (`id` = 7) OR (`code` = 3) FOR UPDATE',
  );
  assert.deepEqual(takeAway, ['DELETE FROM `people` WHERE `id` = 7']);
  assert.match(putBack[0] ?? '', /^INSERT INTO .* ON DUPLICATE KEY UPDATE/);
});

test('of a join each table is kept by itself, and who is pointed to comes back first', () => {
  const [first, second] = partsOf('DELETE c, p FROM kid AS c JOIN plain AS p ON p.id = c.h WHERE p.n = 1');
  assert.deepEqual([first?.table, second?.table], ['`plain`', '`kid`']);
  assert.equal(
    first?.capture,
    'SELECT DISTINCT `p`.`id`, `p`.`n` FROM kid AS c JOIN plain AS p ON p.id = c.h WHERE (p.n = 1) AND `p`.`id` IS NOT NULL FOR UPDATE',
  );
  const updated = partsOf('UPDATE people, plain SET name = 1, n = 2 WHERE people.id = plain.id');
  assert.deepEqual(
    updated.map(({ putBack }) => putBack[0]),
    [
      'UPDATE `people` SET `name` = :name, `seen` = :seen WHERE `id` = :id',
      'UPDATE `plain` SET `n` = :n WHERE `id` = :id',
    ],
  );
});

test('captured values stand where their names stood, and nowhere else', () => {
  const steps = {
    parts: [
      {
        table: '`t`',
        capture: '',
        takeAway: [],
        putBack: ["UPDATE `:a` SET x = ':a', y = :a, z = :`o d` WHERE i = :i"],
      },
    ],
    notes: [],
  };
  const [one] = undoStatements(steps, [[{ a: 1, i: null, 'o d': 'w' }]]);
  assert.deepEqual(one, { sql: "UPDATE `:a` SET x = ':a', y = ?, z = ? WHERE i = ?", values: [1, 'w', null] });
});

for (const [sql, why] of [
  ['UPDATE loose SET a = 1', /no primary key/],
  ['UPDATE watched SET n = 1', /trigger/],
  ['DELETE FROM head WHERE id = 1', /Foreign keys/],
  ['DELETE FROM people WHERE RAND() < 0.5', /chance/],
  ['DELETE FROM people LIMIT 5', /ORDER BY the primary key/],
  ['UPDATE people SET id = id + 1', /primary key itself/],
  ['UPDATE people, nowhere SET name = 1', /Whose column/],
  ['UPDATE plain AS a JOIN plain AS b USING (id) SET a.n = 1, b.n = 2', /two names/],
  ['DELETE FROM tree WHERE id = 3', /point to each other/],
  ['INSERT IGNORE INTO people (name) VALUES (1)', /How many rows/],
  ["LOAD DATA INFILE 'f' INTO TABLE people", /file/],
  ['TRUNCATE people', /changes of rows/],
  ['INSERT INTO people SELECT * FROM people', /query has run/],
  ['UPDATE elsewhere SET a = 1', /not known/],
] as const)
  test(`nothing is promised for ${sql}`, () => {
    const found = preview(sql);
    assert.ok('impossible' in found);
    assert.match(found.impossible.en, why);
  });
