import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import { ddlLine, ddlObject } from '../report/ddl-report.ts';
import { readSchema } from '../schema/apply-statement.ts';
import { predictDdl } from './predict-ddl.ts';

const dialect = dialects['mysql-9'];
const tables =
  'CREATE TABLE t (id INT PRIMARY KEY); CREATE TABLE kid (id INT PRIMARY KEY, t INT, FOREIGN KEY (t) REFERENCES t (id));';
const gigabyte = 1_073_741_824;

function predict(sql: string, facts: ReviewFacts = {}) {
  const statisticsOf = ({ name }: { readonly name: string }) => facts.statistics?.[name];
  return predictDdl(parseStatement(sql, dialect).statement, {
    ...{ dialect, facts, statisticsOf, schema: readSchema(tables, dialect) },
  });
}

test('a table that another points to is neither emptied nor dropped, unless nobody checks', () => {
  assert.deepEqual(
    predict('DROP TABLE kid, t').map(({ isRefused }) => isRefused),
    [false, false],
  );
  assert.equal(predict('TRUNCATE t')[0]?.isRefused, true);
  const facts = { instance: { variables: { foreign_key_checks: 'OFF' } } };
  assert.equal(predict('TRUNCATE t', facts)[0]?.isRefused, false);
});

test('how long a table takes to go follows from its size, and is not guessed without', () => {
  const facts = { statistics: { kid: { dataBytes: 400 * gigabyte } } };
  assert.deepEqual(predict('DROP TABLE kid', facts)[0]?.seconds, { from: 0, to: 20 });
  assert.equal(predict('DROP TABLE kid')[0]?.seconds, undefined);
});

test('a table made by a query takes at most what it reads, and locks that unless the session reads loosely', () => {
  const facts = { statistics: { kid: { dataBytes: gigabyte } } };
  const [one] = predict('CREATE TABLE n SELECT * FROM kid', facts);
  assert.deepEqual([one?.diskBytes, one?.lock], [gigabyte, 'SHARED']);
  const loose = { ...facts, instance: { variables: { transaction_isolation: 'READ-COMMITTED' } } };
  assert.equal(predict('CREATE TABLE n SELECT * FROM kid', loose)[0]?.lock, 'NONE');
  assert.deepEqual(predict('CREATE TABLE n (id INT)'), []);
});

test('the line for people says what happens without an algorithm', () => {
  const [one] = predict('TRUNCATE kid', { statistics: { kid: { dataBytes: gigabyte } } });
  assert.ok(one);
  assert.match(ddlLine(one, 'en'), /^kid: reads and writes wait\. The table is made anew, empty/);
  assert.match(ddlLine(one, 'zh'), /^kid：阻塞读写。重新创建空表/);
  assert.equal((ddlObject([one], 'en') as { timeClass: string }).timeClass, 'moment');
});
