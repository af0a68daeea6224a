import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '../dialect.ts';
import { digestText } from './digest-text.ts';
import { fingerprint } from './fingerprint.ts';

const mysql = dialects['mysql-9'];

/** Written as MySQL 9.7 writes them; bench/sql-digest.ts asks a server about thousands more. */
const digests: readonly (readonly [sql: string, digest: string])[] = [
  ['select  a, T.b from s.t -- c\n where x=1', 'SELECT `a` , `T` . `b` FROM `s` . `t` WHERE `x` = ?'],
  ['INSERT INTO t VALUES (1),(2)', 'INSERT INTO `t` VALUES (?) /* , ... */'],
  ['INSERT INTO t VALUES (1,2),(3,-4),(5,6);', 'INSERT INTO `t` VALUES (...) /* , ... */'],
  ['INSERT INTO t VALUES (1),(2,3)', 'INSERT INTO `t` VALUES (?) , (...)'],
  ['SELECT 1 IN (1), a IN (1,2,3), b IN (c, 1)', 'SELECT ? IN (...) , `a` IN (...) , `b` IN ( `c` , ? )'],
  ['SELECT - 1, a - -1, 5 -1, -a', 'SELECT ? , `a` - ?, ... - ? , - `a`'],
  ['SELECT NULL, a IS NOT NULL, f(NULL)', 'SELECT ? , `a` IS NOT NULL , `f` (?)'],
  ["SELECT @a, @`b`, @@GLOBAL.x, @@y, _utf8'z'", 'SELECT @? , @`b` , @@GLOBAL . `x` , @@`y` , (_charset) ?'],
  ['SELECT count(*), count (a), now(), user()', 'SELECT COUNT ( * ) , `count` ( `a` ) , NOW ( ) , SYSTEM_USER ( )'],
  [
    'SELECT a FROM t GROUP BY 1, 2 ORDER BY 1 DESC LIMIT 5',
    'SELECT `a` FROM `t` GROUP BY 1 , 2 ORDER BY 1 DESC LIMIT ?',
  ],
  ['SELECT /*+ MAX_EXECUTION_TIME(10) BKA(t@q) */ 1', 'SELECT /*+ MAX_EXECUTION_TIME (?) BKA ( `t`@`q` ) */ ?'],
  ['CREATE TABLE t (a INT NULL DEFAULT NULL)', 'CREATE TABLE `t` ( `a` INTEGER NULL DEFAULT ? )'],
];

for (const [sql, digest] of digests)
  test(`the digest of ${sql.slice(0, 60)} is the server's`, () => assert.equal(digestText(sql, mysql), digest));

test('statements that differ in values, case of keywords and white space share a fingerprint', () => {
  const one = fingerprint('SELECT a FROM t WHERE b IN (1, 2) /* x */', mysql);
  assert.equal(fingerprint("select a\nfrom t where b in ('c')", mysql), one);
  assert.notEqual(fingerprint('SELECT a FROM u WHERE b IN (1, 2)', mysql), one);
  assert.match(one, /^[0-9a-f]{16}$/);
});
