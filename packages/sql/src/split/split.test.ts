import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, withSqlMode } from '../dialect.ts';
import { splitScript } from './split.ts';

const mysql = dialects['mysql-9'];
const partsOf = (text: string) =>
  [...splitScript(text, mysql)].map(({ start, end, line }) => `${line}:${text.slice(start, end)}`);

test('statements end at the delimiter, outside of quotes and comments', () => {
  assert.deepEqual(partsOf('SELECT \';\', "a;b", `c;d` -- ;\n, 1 /* ; */ # ;\n;\n\n  SELECT 2;;\n'), [
    '1:SELECT \';\', "a;b", `c;d` -- ;\n, 1 /* ; */ # ;',
    '5:SELECT 2',
  ]);
});

test('DELIMITER is for the client, from its line on', () => {
  const text = 'SELECT 1;\nDELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\ndelimiter ;\nSELECT 2';
  assert.deepEqual(partsOf(text), ['1:SELECT 1', '3:CREATE PROCEDURE p() BEGIN SELECT 1; END', '5:SELECT 2']);
});

test('statements that stand together before a DELIMITER of one’s own are several, a body is one', () => {
  const trigger = 'create trigger t before insert on u for each row begin set new.a = 1; set new.b = 2; end;';
  const event = 'alter event e do begin delete from a; delete from b; end;';
  const block = 'begin not atomic select 1; select 2; end;';
  assert.deepEqual(
    partsOf(
      `delimiter //\ndrop trigger if exists t;\n${trigger}\n//\n${event}//\n${block} //\nselect 1; -- x\n//\nselect 2;`,
    ),
    ['2:drop trigger if exists t', `3:${trigger}`, `5:${event}`, `6:${block}`, '7:select 1; -- x', '9:select 2;'],
  );
});

const textsOf = (text: string): readonly string[] =>
  [...splitScript(text, mysql)].map(({ start, end }) => text.slice(start, end));

test('comments before a statement are not part of it, version comments are', () => {
  assert.deepEqual(partsOf('-- a\n/* b; */ SELECT 1;\n/*!40101 SET NAMES utf8 */;\n-- c\n'), [
    '2:SELECT 1',
    '3:/*!40101 SET NAMES utf8 */',
  ]);
});

test("the last one may stay open, and the client's own endings count", () => {
  const [first, second, ...more] = splitScript('SELECT 1\\G\nSELECT 2', mysql);
  assert.equal(first?.ended, true);
  assert.equal(second?.ended, false);
  assert.deepEqual(more, []);
  assert.deepEqual(partsOf("SELECT 'open;\nSELECT 2;"), ["1:SELECT 'open;\nSELECT 2;"]);
});

test('the bodies of JavaScript keep their semicolons', () => {
  assert.deepEqual(partsOf('CREATE FUNCTION f() LANGUAGE JAVASCRIPT AS $$ let a = 1; $$; SELECT 1'), [
    '1:CREATE FUNCTION f() LANGUAGE JAVASCRIPT AS $$ let a = 1; $$',
    '1:SELECT 1',
  ]);
});

test('the body of a routine stays whole without DELIMITER', () => {
  const bodies = [
    'CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; SELECT CASE WHEN b THEN 1 END; END',
    'create definer = `a`@`%` trigger t before insert on u for each row begin set new.a = 1; set new.b = 2; end',
    'CREATE OR REPLACE FUNCTION f() RETURNS INT BEGIN WHILE 1 DO BEGIN SET @a = 1; END; END WHILE; RETURN 1; END',
    "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO l: BEGIN CASE a WHEN 1 THEN SET @e = 'END;'; END CASE; END l",
    'CREATE PROCEDURE p() BEGIN /* END; */ SELECT x.begin, `end` FROM x; -- BEGIN\nEND',
  ];
  for (const body of bodies) assert.deepEqual(textsOf(`${body};\nSELECT 2;`), [body, 'SELECT 2'], body);
});

test('a routine without a body ends at its semicolon, and a broken one at the next routine', () => {
  assert.deepEqual(textsOf('CREATE PROCEDURE p() SELECT 1; SELECT 2'), ['CREATE PROCEDURE p() SELECT 1', 'SELECT 2']);
  assert.deepEqual(textsOf('CREATE PROCEDURE p() BEGIN SELECT 1; -- x\nDROP PROCEDURE IF EXISTS q; SELECT 2'), [
    'CREATE PROCEDURE p() BEGIN SELECT 1',
    'DROP PROCEDURE IF EXISTS q',
    'SELECT 2',
  ]);
  assert.deepEqual(textsOf('CREATE TABLE function_begin (begin int); SELECT 2'), [
    'CREATE TABLE function_begin (begin int)',
    'SELECT 2',
  ]);
});

test('commands of the client take a line', () => {
  assert.deepEqual(textsOf('source other.sql\n\\. more.sql\r\nUSE shop\nSELECT 1;\nsystem ls;\nexit\nSELECT 2'), [
    'source other.sql',
    '\\. more.sql',
    'USE shop',
    'SELECT 1',
    'system ls',
    'exit',
    'SELECT 2',
  ]);
  assert.deepEqual(textsOf('SELECT 1\nFROM source\n; USE a; USE b; statusx()'), [
    'SELECT 1\nFROM source',
    'USE a',
    'USE b',
    'statusx()',
  ]);
});

for (const end of ['\n', ' '])
  test(`ten megabytes ${end === ' ' ? 'on one line ' : ''}take a time of their length`, () => {
    const line = `INSERT INTO t VALUES (1, 'some text; with a semicolon', NULL);${end}`;
    const time = (bytes: number) => {
      const text = line.repeat(Math.ceil(bytes / line.length));
      const start = process.cpuUsage().user;
      let count = 0;
      for (const _ of splitScript(text, mysql)) count += 1;
      assert.equal(count, Math.ceil(bytes / line.length));
      return (process.cpuUsage().user - start) / 1000;
    };
    time(1_000_000);
    const [small, large] = [Math.min(time(1_000_000), time(1_000_000)), time(10_000_000)];
    assert.ok(large < small * 60 + 200, `${small} ms for one, ${large} ms for ten`);
  });

test('the bodies of ORACLE mode and packages stay whole without DELIMITER', () => {
  const oracle = withSqlMode(dialects['mariadb-10.11'], 'ORACLE');
  const whole = [
    'CREATE PROCEDURE p(a INT) AS b INT := 1; CURSOR c IS SELECT 1 AS d; BEGIN IF a THEN NULL; END IF; END p',
    'CREATE FUNCTION f RETURN INT IS BEGIN LOOP EXIT WHEN CASE 1 WHEN 1 THEN 1 END; END LOOP; RETURN 1; END',
    'DECLARE a INT; b INT; BEGIN NULL; DECLARE c INT; BEGIN NULL; END; EXCEPTION WHEN OTHERS THEN NULL; END',
    'BEGIN NULL; END',
    'CREATE TRIGGER t BEFORE INSERT ON t FOR EACH ROW DECLARE v INT; BEGIN v := 1; END',
    'CREATE TRIGGER t BEFORE INSERT ON t FOR EACH ROW INSERT INTO u SELECT 1 AS b',
    'CREATE PACKAGE pk AS PROCEDURE p; FUNCTION f RETURN INT; END pk',
    'CREATE PACKAGE BODY pk AS a INT; PROCEDURE p; PROCEDURE p AS b INT; BEGIN BEGIN NULL; END; END; BEGIN a := 1; NULL; END',
    'CREATE PACKAGE BODY pk IS FUNCTION f RETURN INT IS BEGIN RETURN 1; END; END',
    'SELECT 1',
  ];
  const found = [...splitScript(`${whole.join(';\n')};`, oracle)];
  assert.deepEqual(found.map(({ start, end }) => `${whole.join(';\n')};`.slice(start, end)), whole); // biome-ignore format: one line

  const plain = [
    'CREATE PACKAGE pk PROCEDURE p(); FUNCTION f() RETURNS INT; END',
    'CREATE PACKAGE BODY pk DECLARE a INT; PROCEDURE p() BEGIN SELECT 1; END; FUNCTION f() RETURNS INT RETURN a; BEGIN NOT ATOMIC SET a = 1; END; SET a = 2; END',
    'SELECT 2',
  ];
  const text = plain.join(';\n');
  const parts = [...splitScript(text, dialects['mariadb-11.4'])];
  assert.deepEqual(parts.map(({ start, end }) => text.slice(start, end)), plain); // biome-ignore format: one line
});
