import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Flavor, startServer } from '@myriad/lab';
import { readCases } from './cases.ts';

const syntaxErrors = [1064, 1149];
/** Unknown variables: raised while parsing, before what stands behind it is read. They decide nothing. */
const undecided: readonly number[] = [1193, 1327];
const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The dialect of the cases that each lab server can judge. */
const judged: readonly (readonly [Flavor, string])[] = [
  ['mysql', 'mysql-9'],
  ['mariadb', 'mariadb-10.11'],
];

for (const [flavor, dialect] of judged)
  test(`${flavor} reads and refuses what the cases of ${dialect} say`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sql-cases-'));
    try {
      await using server = await startServer({ flavor, folder });
      await server.rows('CREATE DATABASE cases');
      const connection = await server.connect('cases');
      const wrong: string[] = [];
      let mode = '';
      const own = (await server.rows('SELECT @@global.sql_mode AS mode'))[0]?.mode;
      for (const { file, line, sql, sqlMode, accepted } of readCases().filter((one) => one.dialect === dialect)) {
        if (sqlMode !== mode) {
          await connection.query('SET sql_mode = ?', [sqlMode === '' ? own : sqlMode]);
          mode = sqlMode;
        }
        const errno = await connection.query(`PREPARE s FROM ${quote(sql)}`).then(
          () => 0,
          (error: { errno?: number }) => error.errno ?? -1,
        );
        if (!undecided.includes(errno) && syntaxErrors.includes(errno) === accepted)
          wrong.push(`${file}:${line} (error ${errno}) ${sql}`);
      }
      connection.destroy();
      assert.deepEqual(wrong, []);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
