import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '@myriad/lab';
import { dialects } from './dialect.ts';
import { parseStatement } from './parse/parse.ts';
import { printNode } from './print/print.ts';
import { makeTables } from './table-shapes.ts';

const servers = [
  ['mysql', dialects['mysql-9']],
  ['mariadb', dialects['mariadb-10.11']],
] as const;

/** Numbers in [0, 1), the same in every run. */
function countingRandom(): () => number {
  let state = 20_261_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

for (const [flavor, dialect] of servers)
  test(`${flavor}: what SHOW CREATE TABLE says, read and printed, makes the same table`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sql-tables-'));
    try {
      await using server = await startServer({ flavor, folder });
      await server.rows('CREATE DATABASE shapes');
      const connection = await server.connect('shapes');
      const show = async (): Promise<string> => {
        const [rows] = await connection.query('SHOW CREATE TABLE t');
        const [row] = rows as { readonly 'Create Table': string }[];
        return row?.['Create Table'] ?? '';
      };
      const remake = async (create: string): Promise<string> => {
        await connection.query('DROP TABLE t');
        await connection.query(create).catch((error: Error) => assert.fail(`${error.message}: ${create}`));
        return show();
      };
      await connection.query('CREATE TABLE parent (id INT PRIMARY KEY)');
      for (const sql of makeTables(flavor, 40, countingRandom())) {
        await connection.query(sql).catch((error: Error) => assert.fail(`${error.message}: ${sql}`));
        const shown = await show();
        const { statement } = parseStatement(shown, dialect);
        assert.equal(statement.kind, 'create-table', statement.kind === 'unknown' ? statement.problem.message : '');
        const printed = printNode(statement, dialect);
        // MySQL does not always show a table made from its own SHOW as it showed the first: that text is the measure.
        assert.equal(await remake(printed), await remake(shown), printed);
        await connection.query('DROP TABLE t');
      }
      connection.destroy();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
