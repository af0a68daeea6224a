import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dialect, dialects, withSqlMode } from '../dialect.ts';
import { parseStatement } from '../parse/parse.ts';
import { resolveNames } from './resolve-names.ts';

const tables: Readonly<Record<string, readonly string[]>> = { t: ['id', 'a', 'b'], u: ['id', 'note'] };
const facts = { columnsOf: (_: string | undefined, table: string) => tables[table] };

/** Each column of the text with what it means: its origins, or the verdict. */
function meaningsOf(sql: string, dialect: Dialect = dialects['mysql-9']): readonly string[] {
  const { statement } = parseStatement(sql, dialect);
  assert.notEqual(statement.kind, 'unknown', JSON.stringify(statement));
  return resolveNames(statement, facts).columns.map(({ column, origins, verdict }) => {
    const means = origins.map(({ table, column: name }) => `${table}.${name}`).join('+') || verdict;
    return `${sql.slice(column.start, column.end)}=${means}`;
  });
}

test('parameters and variables hide columns of their names, from where they are declared to the end of their block', () => {
  assert.deepEqual(
    meaningsOf(`CREATE PROCEDURE p(IN a INT) BEGIN
      DECLARE v INT DEFAULT a;
      SELECT b, a, v, w FROM t;
      BEGIN DECLARE w INT; UPDATE t SET b = w WHERE id = V; END;
      DELETE FROM t WHERE b = w;
    END`),
    [
      'a=variable', 'b=t.b', 'a=variable', 'v=variable', 'w=unknown', 'b=t.b', 'w=variable', 'id=t.id', 'V=variable',
      'b=t.b', 'w=unknown',
    ], // biome-ignore format: a list
  );
  assert.deepEqual(meaningsOf('CREATE PROCEDURE p(IN a INT) SELECT t.a FROM t'), ['t.a=t.a']);
});

test('conditions, loops, cursors, handlers and RETURN are looked at', () => {
  assert.deepEqual(
    meaningsOf(`CREATE FUNCTION f(x INT) RETURNS INT BEGIN
      DECLARE done INT; DECLARE c CURSOR FOR SELECT a FROM t WHERE id = x;
      DECLARE EXIT HANDLER FOR NOT FOUND UPDATE t SET b = done;
      IF x > (SELECT max(b) FROM t) THEN SET done = x + nothing; END IF;
      WHILE done < 3 DO CALL q(done); END WHILE;
      RETURN (SELECT note FROM u WHERE u.id = x);
    END`),
    [
      'a=t.a', 'id=t.id', 'x=variable', 'b=t.b', 'done=variable', 'x=variable', 'b=t.b', 'done=variable', 'x=variable',
      'nothing=unknown', 'done=variable', 'done=variable', 'note=u.note', 'u.id=u.id', 'x=variable',
    ], // biome-ignore format: a list
  );
  assert.deepEqual(
    meaningsOf(
      'CREATE PROCEDURE p() FOR r IN (SELECT a FROM t) DO INSERT INTO u (id) VALUES (r.a); END FOR',
      dialects['mariadb-10.11'],
    ),
    ['a=t.a', 'r.a=variable'],
  );
});

test('NEW and OLD are rows of the table of the trigger', () => {
  assert.deepEqual(
    meaningsOf(`CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW BEGIN
      SET NEW.b = OLD.b + OLD.missing;
      INSERT INTO u (id, note) SELECT id, new.a FROM t WHERE t.id = NEW.id;
    END`),
    ['NEW.b=t.b', 'OLD.b=t.b', 'OLD.missing=unknown', 'id=t.id', 'new.a=t.a', 't.id=t.id', 'NEW.id=t.id'],
  );
  assert.deepEqual(meaningsOf('CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t WHERE new.a = 1 AND b = 2'), [
    'new.a=unknown', 'b=t.b',
  ]); // biome-ignore format: a list
});

test('what a body writes is told with its tables', () => {
  const sql = 'CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW INSERT INTO u (id, note) SELECT NEW.id, a FROM t';
  const { tables: uses, writes } = resolveNames(parseStatement(sql, dialects['mysql-9']).statement, facts);
  assert.deepEqual(
    uses.map(({ table, access }) => [table, access]),
    [
      ['u', 'write'],
      ['t', 'read'],
    ],
  );
  assert.deepEqual(
    writes.map(({ target, origins }) => [target.column, origins.map(({ column }) => column)]),
    [
      ['id', ['id']],
      ['note', ['a']],
    ],
  );
});

test('packages, blocks and exceptions of ORACLE mode are looked into', () => {
  const oracle = withSqlMode(dialects['mariadb-10.11'], 'ORACLE');
  assert.deepEqual(
    meaningsOf(
      `CREATE PACKAGE BODY pk AS a INT;
        PROCEDURE p(b INT) AS v INT := b; BEGIN SELECT id, a, b, v, c FROM t; EXCEPTION WHEN OTHERS THEN DELETE FROM u WHERE id = v; END;
        FUNCTION f RETURN INT AS BEGIN <<there>> UPDATE t SET b = a; RETURN v; END;
      BEGIN a := (SELECT max(id) FROM u); END`,
      oracle,
    ),
    [
      'b=variable', 'id=t.id', 'a=variable', 'b=variable', 'v=variable', 'c=unknown', 'id=u.id', 'v=variable', 'b=t.b', 'a=variable',
      'v=unknown', 'a=variable', 'id=u.id',
    ], // biome-ignore format: a list
  );
  assert.deepEqual(
    meaningsOf('DECLARE a INT; BEGIN LOOP EXIT WHEN a > id; DELETE FROM t WHERE b = a; END LOOP; END', oracle),
    ['a=variable', 'id=unknown', 'b=t.b', 'a=variable'],
  );
});
