import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dialect, dialects, makeDialect, parseStatement } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import { readSchema } from '../schema/apply-statement.ts';
import { predictDdl } from './predict-ddl.ts';

const table =
  'CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(50) CHARACTER SET utf8mb4, KEY k (a)) ENGINE=InnoDB';

function predict(
  sql: string,
  dialect: Dialect,
  { ddl = table, facts = {} }: { ddl?: string; facts?: ReviewFacts } = {},
) {
  const { statement } = parseStatement(sql, dialect);
  const statisticsOf = ({ name }: { readonly name: string }) => facts.statistics?.[name];
  return predictDdl(statement, { dialect, schema: readSchema(ddl, dialect), facts, statisticsOf });
}

const wayOf = (...given: Parameters<typeof predict>): string => {
  const [one] = predict(...given);
  return `${one?.algorithm} ${one?.rebuilds ? 'rebuilds' : 'keeps'} ${one?.lock}`;
};

for (const [sql, version, way] of [
  ['ALTER TABLE t ADD COLUMN c INT', [5, 7, 44], 'INPLACE rebuilds NONE'],
  ['ALTER TABLE t ADD COLUMN c INT', [8, 0, 12], 'INSTANT keeps NONE'],
  ['ALTER TABLE t ADD COLUMN c INT FIRST', [8, 0, 28], 'INPLACE rebuilds NONE'],
  ['ALTER TABLE t ADD COLUMN c INT FIRST', [8, 0, 29], 'INSTANT keeps NONE'],
  ['ALTER TABLE t DROP COLUMN b', [8, 0, 28], 'INPLACE rebuilds NONE'],
  ['ALTER TABLE t DROP COLUMN b', [8, 4, 0], 'INSTANT keeps NONE'],
  ['ALTER TABLE t RENAME COLUMN a TO c', [8, 0, 27], 'INPLACE keeps NONE'],
  ['ALTER TABLE t RENAME COLUMN a TO c', [8, 0, 28], 'INSTANT keeps NONE'],
  ['ALTER TABLE t MODIFY b VARCHAR(63) CHARACTER SET utf8mb4', [8, 4, 0], 'INPLACE keeps NONE'],
  ['ALTER TABLE t MODIFY b VARCHAR(64) CHARACTER SET utf8mb4', [8, 4, 0], 'COPY rebuilds SHARED'],
  ['CREATE INDEX n ON t (b)', [5, 7, 44], 'INPLACE keeps NONE'],
  ['CREATE FULLTEXT INDEX n ON t (b)', [9, 0, 0], 'INPLACE rebuilds SHARED'],
  ['OPTIMIZE TABLE t', [8, 4, 0], 'INPLACE rebuilds NONE'],
  ['RENAME TABLE t TO u', [8, 4, 0], 'INSTANT keeps NONE'],
] as const)
  test(`MySQL ${version.join('.')}: ${sql} is ${way}`, () => {
    assert.equal(wayOf(sql, makeDialect('mysql', version)), way);
  });

for (const [sql, version, way] of [
  ['ALTER TABLE t ADD COLUMN c INT', [10, 3, 10], 'INSTANT keeps NONE'],
  ['ALTER TABLE t DROP COLUMN b', [10, 3, 10], 'INPLACE rebuilds NONE'],
  ['ALTER TABLE t DROP COLUMN b', [10, 4, 10], 'INSTANT keeps NONE'],
  ['ALTER TABLE t DROP COLUMN a', [10, 11, 6], 'NOCOPY keeps NONE'],
  ['ALTER TABLE t MODIFY a BIGINT', [11, 4, 2], 'COPY rebuilds SHARED'],
] as const)
  test(`MariaDB ${version.join('.')}: ${sql} is ${way}`, () => {
    assert.equal(wayOf(sql, makeDialect('mariadb', version)), way);
  });

const loose = 'CREATE TABLE t (id INT NOT NULL, a INT, n INT NOT NULL, v INT AS (n + 1) VIRTUAL, UNIQUE KEY u (a))';

for (const [sql, onMysql, onMariadb] of [
  ['ALTER TABLE t ADD UNIQUE k (id)', 'INPLACE rebuilds NONE', 'INPLACE rebuilds NONE'],
  ['ALTER TABLE t ADD UNIQUE k (id, a)', 'INPLACE keeps NONE', 'NOCOPY keeps NONE'],
  ['ALTER TABLE t ADD UNIQUE k (a, n), DROP COLUMN v', 'COPY rebuilds SHARED', 'COPY rebuilds SHARED'],
  ['ALTER TABLE t ADD x INT AS (n) VIRTUAL, DROP KEY u', 'COPY rebuilds SHARED', 'COPY rebuilds SHARED'],
  ['ALTER TABLE t ADD x INT AS (n) VIRTUAL FIRST, ADD f INT', 'INSTANT keeps NONE', 'COPY rebuilds SHARED'],
  ['ALTER TABLE t ADD x INT AS (n) VIRTUAL, DROP COLUMN v', 'INSTANT keeps NONE', 'INSTANT keeps NONE'],
] as const)
  test(`a table without a primary key: ${sql} is ${onMysql} on MySQL, ${onMariadb} on MariaDB`, () => {
    assert.equal(wayOf(sql, dialects['mysql-9'], { ddl: loose }), onMysql);
    assert.equal(wayOf(sql, dialects['mariadb-10.11'], { ddl: loose }), onMariadb);
  });

const mysql = dialects['mysql-9'];

test('when all row versions are used a column is added by a rebuild, and the reason is said', () => {
  const facts = { statistics: { t: { rowVersions: 255 } } };
  const [one] = predict('ALTER TABLE t ADD COLUMN c INT', mysql, { facts });
  assert.equal(one?.algorithm, 'INPLACE');
  assert.match(one?.reasons[0]?.en ?? '', /255 row versions/);
});

test('a table nobody described is not guessed at', () => {
  const [one] = predict('ALTER TABLE other ADD COLUMN c INT', mysql);
  assert.deepEqual([one?.algorithm, one?.confidence], [undefined, 'unknown']);
});

test('a statement that asks for less than is possible is refused, one that asks for more gets it', () => {
  const refused = predict('ALTER TABLE t MODIFY a BIGINT, ALGORITHM=INPLACE', mysql)[0];
  assert.deepEqual([refused?.isRefused, refused?.algorithm], [true, 'COPY']);
  assert.equal(wayOf('ALTER TABLE t ADD COLUMN c INT, ALGORITHM=COPY', mysql), 'COPY rebuilds SHARED');
  assert.equal(predict('ALTER TABLE t MODIFY a BIGINT, LOCK=NONE', mysql)[0]?.isRefused, true);
});

test('disk and time follow from the size, and nothing is said without it', () => {
  const facts = { statistics: { t: { rows: 1000, dataBytes: 1_000_000_000, indexBytes: 500_000_000 } } };
  const [known] = predict('ALTER TABLE t MODIFY a BIGINT', mysql, { facts });
  assert.equal(known?.diskBytes, 1_500_000_000);
  assert.ok((known?.seconds?.from ?? 0) < (known?.seconds?.to ?? 0));
  const [unknown] = predict('ALTER TABLE t MODIFY a BIGINT', mysql);
  assert.deepEqual([unknown?.diskBytes, unknown?.seconds], [undefined, undefined]);
  assert.equal(predict('ALTER TABLE t ADD COLUMN c INT', mysql)[0]?.diskBytes, 0);
});

test('a key to another table is added in place only without checks', () => {
  const sql = 'ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (id)';
  assert.equal(wayOf(sql, mysql), 'COPY rebuilds SHARED');
  const facts = { instance: { variables: { foreign_key_checks: 'OFF' } } };
  assert.equal(wayOf(sql, mysql, { facts }), 'INPLACE keeps NONE');
});
