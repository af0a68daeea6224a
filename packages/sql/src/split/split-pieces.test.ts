import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '../dialect.ts';
import { splitScript } from './split.ts';
import { splitPieces } from './split-pieces.ts';

const mysql = dialects['mysql-9'];

const script = `-- the first; comment
SELECT ';', "a;\n\nb" -- no ; end
, 2; -- behind; it
/* before; */ DELETE FROM t;;INSERT INTO t VALUES ('long ${'x'.repeat(90)}');

DELIMITER //
CREATE PROCEDURE p() BEGIN SELECT 1; -- //
END// SELECT 'one line'// DROP TABLE IF EXISTS a; -- x
DROP TABLE IF EXISTS b;//
delimiter ;
/*!40101 SET NAMES utf8 */;SELECT 1\\G SELECT '\\';' /
 * 2; # last
CREATE FUNCTION f() LANGUAGE JAVASCRIPT AS $$ let a = 1; $$; SELECT "多字节；" ;
CREATE PROCEDURE q() BEGIN SELECT 1; IF a THEN SELECT CASE b WHEN 1 THEN 2 END; END IF; END; DROP TABLE u;
source other.sql
UPDATE t SET a = 1`;

const cut = (text: string, length: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));

test('a script in pieces has the statements of the whole, at the same places', async () => {
  const wanted = [...splitScript(script, mysql)].map(({ start, end, line, from, ended, delimiter }) => {
    const own = { sql: script.slice(start, end), line, ended, delimiter };
    return { ...own, before: script.slice(from, start), column: start - script.lastIndexOf('\n', start - 1) };
  });
  assert.equal(wanted.length, 16);
  for (const length of [1, 2, 3, 5, 7, 11, 16, 23, 50, 64, 100, 333, 1000]) {
    const found: unknown[] = [];
    for await (const { text, line, column, parts, next } of splitPieces(cut(script, length), mysql)) {
      for (const [at, part] of parts.entries()) {
        const { start, end, from, ended, delimiter } = part;
        const lineStart = text.lastIndexOf('\n', start - 1) + 1;
        const lines = text.slice(0, start).split('\n').length - 1;
        assert.equal(line + lines, part.line, `line of ${text.slice(start, end)} in pieces of ${length}`);
        assert.ok((parts[at + 1] ?? next)?.start !== start);
        const own = { sql: text.slice(start, end), line: part.line, ended, delimiter };
        const place = lines === 0 ? column + start : start - lineStart + 1;
        found.push({ ...own, before: text.slice(from, start), column: place });
      }
      assert.ok(next === undefined || next.start > (parts.at(-1)?.start ?? 0));
    }
    assert.deepEqual(found, wanted, `pieces of ${length}`);
  }
});

test('nothing comes of nothing', async () => {
  for (const pieces of [[], [''], ['-- only', ' a comment\n'], [';', ';;']])
    for await (const window of splitPieces(pieces, mysql)) assert.fail(JSON.stringify(window));
});

test('a long script is held a window at a time, one long statement in linear time', async () => {
  const line = `INSERT INTO t VALUES (1, 'some text; with a semicolon', NULL);\n`;
  let longest = 0;
  let count = 0;
  for await (const { text, parts } of splitPieces(cut(line.repeat(20_000), 1000), mysql)) {
    longest = Math.max(longest, text.length);
    count += parts.length;
  }
  assert.equal(count, 20_000);
  assert.ok(longest < 4000, `${longest} characters at once`);

  const timeOf = async (bytes: number) => {
    const pieces = cut(`INSERT INTO t VALUES ${"(1, 'some; text'),".repeat(bytes / 18)}(2);`, 10_000);
    const from = process.cpuUsage().user;
    for await (const { parts } of splitPieces(pieces, mysql)) assert.equal(parts.length, 1);
    return (process.cpuUsage().user - from) / 1000;
  };
  await timeOf(1_000_000);
  const [small, large] = [Math.min(await timeOf(1_000_000), await timeOf(1_000_000)), await timeOf(8_000_000)];
  assert.ok(large < small * 50 + 300, `${small} ms for one, ${large} ms for eight`);
});
