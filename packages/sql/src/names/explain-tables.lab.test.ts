import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, startServer } from '@myriad/lab';
import {
  askOptions,
  askTables,
  judgeTables,
  makeStatements,
  schemaFactsFrom,
  schemaScript,
} from '@myriad/lab/explained';
import { dialects } from '../dialect.ts';
import { parseStatement } from '../parse/parse.ts';

const servers = [
  ['mysql', dialects['mysql-9']],
  ['mariadb', dialects['mariadb-10.11']],
] as const;

/** Each a way of naming a table that is easily missed. */
const fixed = [
  'SELECT 1 FROM orders WHERE id = 1 AND 1 = 0',
  'SELECT (SELECT MAX(k) FROM nested_view) FROM other.log',
  'WITH orders AS (SELECT id, k FROM items) SELECT * FROM orders JOIN other.orders AS o ON o.id = orders.k',
  'WITH RECURSIVE r AS (SELECT id, k FROM items UNION ALL SELECT p.id, p.k FROM r JOIN people p ON p.id = r.k) SELECT * FROM r',
  "SELECT j.k FROM orders o, JSON_TABLE(o.doc, '$[*]' COLUMNS (k INT PATH '$')) AS j",
  'SELECT 1 FROM orders ORDER BY (SELECT MAX(k) FROM cities)',
  'SELECT COUNT(*) FROM orders GROUP BY k HAVING COUNT(*) > (SELECT MIN(id) FROM both_view)',
  'INSERT INTO orders (id, k) VALUES (9, (SELECT MAX(k) FROM sum_view))',
  'INSERT INTO orders (id, k) VALUES (1, 1) ON DUPLICATE KEY UPDATE k = (SELECT MAX(k) FROM other.log)',
  'REPLACE INTO plain_view (id, k) SELECT id, k FROM orders',
  'UPDATE orders JOIN other.orders AS o USING (id) SET o.k = orders.k',
  'UPDATE join_view SET k = 4 WHERE id = 2',
  'UPDATE orders AS a, orders AS b SET a.k = b.k WHERE a.id = b.k',
  'DELETE FROM looking_view WHERE id = 3',
  'DELETE o FROM other.orders AS o JOIN orders AS p USING (id) WHERE p.k IN (SELECT id FROM plain_view)',
  'DELETE FROM a, b USING orders AS a JOIN items AS b USING (id) JOIN people USING (id)',
];

/** Numbers in [0, 1), the same in every run. */
function countingRandom(): () => number {
  let state = 20_261_123;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

for (const [flavor, dialect] of servers)
  test(`${flavor}: the tables we name are those the server opens, plans and changes`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder, performanceSchema: 'on', options: askOptions }));
      const connection = await server.connect();
      for (const sql of schemaScript) await connection.query(sql);
      await connection.query('USE shop');
      const facts = await schemaFactsFrom(connection, dialect);
      let judged = 0;
      const judge = async (sql: string) => {
        const asked = await askTables(connection, flavor, sql);
        if ('refused' in asked) return asked.refused;
        const { statement } = parseStatement(sql, dialect);
        assert.deepEqual(judgeTables(statement, asked, { facts, schema: 'shop' }).faults, [], sql);
        judged += 1;
        return undefined;
      };
      for (const sql of fixed) assert.equal(await judge(sql), undefined, sql);
      for (const sql of makeStatements(flavor, countingRandom())) {
        if (judged === fixed.length + 80) break;
        await judge(sql);
      }
      connection.destroy();
    }));
