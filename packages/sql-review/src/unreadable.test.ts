import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { reviewScript } from './review.ts';

function saidOf(sql: string, name: keyof typeof dialects = 'mysql-8.4') {
  const [review] = reviewScript(sql, { dialect: dialects[name] });
  assert.equal(review?.score, null, sql);
  return review?.findings[0]?.message ?? { en: '', zh: '' };
}

test('what another server reads is said to be for that server', () => {
  assert.match(saidOf('RESET MASTER').en, /MySQL 8\.0 would read it/);
  assert.match(saidOf("GRANT SELECT ON d.t TO a IDENTIFIED BY 'x'").zh, /MySQL 5\.7 可以解析/);
  assert.match(saidOf('DELETE FROM t WHERE id = 1 RETURNING id').en, /MariaDB/);
  assert.doesNotMatch(saidOf('SELEC 1').en, /would read it/);
});

test('a quote, a comment or a sign of full width is named', () => {
  assert.match(saidOf("SELECT a FROM t WHERE b = 'abc").en, /quote ' that opens here is never closed/);
  assert.match(saidOf('SELECT a /* b').zh, /注释没有闭合/);
  assert.match(saidOf('INSERT INTO t （a） VALUES (1)').zh, /（ 是全角符号/);
});

test('the words of the parser are Chinese in Chinese', () => {
  assert.match(saidOf('SELEC 1').zh, /此处应为语句，实际为 'SELEC'/);
  assert.match(saidOf('SELECT a FROM').zh, /实际为语句末尾/);
});

test('a command of the client is called one', () => {
  for (const line of ['source other.sql', '\\. other.sql', 'tee x.log'])
    assert.match(saidOf(line).zh, /客户端命令/, line);
});

test('a version comment of another server alone runs nothing', () => {
  const reviews = reviewScript('/*!99999 SET x = 1 */;\n/*M!100616 SET y = 1 */;\nSELECT 1;', {
    dialect: dialects['mysql-8.4'],
  });
  assert.deepEqual(
    reviews.map(({ score }) => score),
    [100, 100, 100],
  );
});
