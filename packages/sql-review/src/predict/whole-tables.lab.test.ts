import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, startServer, waitUntil } from '@myriad/lab';
import { dialects, parseStatement } from '@myriad/sql';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { readSchema } from '../schema/apply-statement.ts';
import { predictDdl } from './predict-ddl.ts';
import { showCreate } from './shapes/ask-server.ts';
import { quickOptions } from './shapes/quick-options.ts';

const servers = [
  ['mysql', dialects['mysql-9']],
  ['mariadb', dialects['mariadb-10.11']],
] as const;

const tables = {
  parent: 'CREATE TABLE parent (id INT PRIMARY KEY, n INT)',
  kid: 'CREATE TABLE kid (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id))',
  plain: 'CREATE TABLE plain (id INT PRIMARY KEY, n INT, note TEXT, KEY k (n))',
  worded: 'CREATE TABLE worded (id INT PRIMARY KEY, note TEXT, FULLTEXT KEY f (note))',
  parted: 'CREATE TABLE parted (id INT PRIMARY KEY, n INT) PARTITION BY HASH (id) PARTITIONS 2',
  old: 'CREATE TABLE old (id INT PRIMARY KEY, n INT) ENGINE=MyISAM',
} as const;

const rows = async (connection: Connection, sql: string): Promise<readonly RowDataPacket[]> =>
  (await connection.query<RowDataPacket[]>(sql))[0];
const messageOf = (connection: Connection, sql: string): Promise<string> =>
  connection.query(sql).then(
    () => '',
    (error: Error) => error.message,
  );

/** The tables anew, each with three rows; what SHOW CREATE says of them. */
async function makeAll(connection: Connection): Promise<string> {
  await connection.query('SET foreign_key_checks = 0');
  await connection.query(`DROP TABLE IF EXISTS made, ${Object.keys(tables).join(', ')}`);
  await connection.query('SET foreign_key_checks = 1');
  const shown = [];
  for (const [name, create] of Object.entries(tables)) {
    await connection.query(create);
    await connection.query(`INSERT INTO ${name} (id) VALUES (1), (2), (3)`);
    shown.push(await showCreate(connection, name));
  }
  return `${shown.join(';\n')};`;
}

/** Ids of the trees that hold rows, of all tables together. */
async function treesOf(connection: Connection, flavor: 'mysql' | 'mariadb'): Promise<string> {
  const view = flavor === 'mysql' ? 'INNODB_TABLES' : 'INNODB_SYS_TABLES';
  const found = await rows(
    connection,
    `SELECT GROUP_CONCAT(TABLE_ID ORDER BY TABLE_ID) AS ids FROM information_schema.${view} WHERE NAME LIKE 'shapes/%' AND NAME NOT LIKE '%fts%'`,
  );
  return String(found[0]?.ids);
}

for (const [flavor, dialect] of servers)
  test(`${flavor}: what empties, drops, makes and rebuilds whole tables does what was said`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder, options: quickOptions(flavor) }));
      await server.rows('CREATE DATABASE shapes');
      const connection = await server.connect('shapes');
      const predict = (sql: string, schema: string) => {
        const { statement } = parseStatement(sql, dialect);
        const known = { dialect, schema: readSchema(schema, dialect), facts: {}, statisticsOf: () => undefined };
        return predictDdl(statement, known);
      };

      // Keys of other tables decide whether it is allowed.
      for (const sql of [
        'TRUNCATE TABLE parent',
        'TRUNCATE kid',
        'TRUNCATE plain',
        'DROP TABLE parent',
        'DROP TABLE kid',
        'DROP TABLE kid, parent',
        'DROP TABLE parent, kid',
      ]) {
        // biome-ignore format: a list
        const said = predict(sql, await makeAll(connection));
        assert.deepEqual(new Set(said.map(({ lock }) => lock)), new Set(['EXCLUSIVE']));
        const refused = await messageOf(connection, sql);
        assert.equal(
          refused !== '',
          said.some(({ isRefused }) => isRefused),
          `${sql}: ${refused}`,
        );
      }

      // A rebuild leaves other trees behind; what only changes the dictionary does not.
      for (const sql of [
        'OPTIMIZE TABLE plain',
        'OPTIMIZE TABLE worded',
        'OPTIMIZE TABLE parted',
        'ALTER TABLE plain FORCE',
        'ALTER TABLE plain ENGINE=InnoDB',
        'ALTER TABLE worded ENGINE=InnoDB',
        'ALTER TABLE plain ENGINE=MyISAM',
        'CREATE INDEX q ON plain (note(4))',
        'DROP INDEX k ON plain',
        'CREATE FULLTEXT INDEX q ON plain (note)',
        'ALTER TABLE parted REBUILD PARTITION p0',
      ]) {
        // biome-ignore format: a list
        const [said] = predict(sql, await makeAll(connection));
        const before = await treesOf(connection, flavor);
        await connection.query(sql);
        assert.equal((await treesOf(connection, flavor)) !== before, said?.rebuilds, `${sql}: ${JSON.stringify(said)}`);
      }

      // CREATE and DROP INDEX take what was said, and nothing cheaper; MariaDB's DROP INDEX has no word for it.
      const order = flavor === 'mysql' ? ['INSTANT', 'INPLACE', 'COPY'] : ['INSTANT', 'NOCOPY', 'INPLACE', 'COPY'];
      for (const sql of [
        'CREATE INDEX q ON plain (note(4))',
        'CREATE UNIQUE INDEX q ON old (n)',
        ...(flavor === 'mysql' ? ['DROP INDEX k ON plain'] : []),
      ])
        for (const algorithm of order) {
          const [said] = predict(sql, await makeAll(connection));
          const refused = await messageOf(connection, `${sql} ALGORITHM=${algorithm}`);
          const isCheaper = order.indexOf(algorithm) < order.indexOf(said?.algorithm ?? '');
          assert.equal(refused !== '', isCheaper, `${sql} ${algorithm}: ${refused}`);
        }

      const schema = await makeAll(connection);
      const [like] = predict('CREATE TABLE made LIKE plain', schema);
      assert.deepEqual([like?.lock, like?.diskBytes], ['NONE', 0]);
      await connection.query('CREATE TABLE made LIKE plain');
      assert.equal((await rows(connection, 'SELECT 1 FROM made')).length, 0);
      await connection.query('DROP TABLE made');

      // The first row that is read stays locked while the second waits for somebody.
      const [filled] = predict('CREATE TABLE made SELECT id FROM plain', schema);
      assert.equal(filled?.lock, 'SHARED');
      const holder = await server.connect('shapes');
      await holder.query("SELECT GET_LOCK('hold', 60)");
      const filling = connection.query(
        "CREATE TABLE made SELECT id, GET_LOCK('hold', 90) AS held FROM plain ORDER BY id",
      );
      const isWaiting = async () =>
        (
          await server.rows(
            "SELECT 1 FROM information_schema.PROCESSLIST WHERE STATE = 'User lock' AND INFO LIKE 'CREATE%'",
          )
        ).length > 0;
      assert.ok(await waitUntil(isWaiting, 60_000), 'it waits at its first row');
      const writer = await server.connect('shapes');
      await writer.query('SET SESSION innodb_lock_wait_timeout = 1');
      assert.match(await messageOf(writer, 'UPDATE plain SET n = 5 WHERE id = 1'), /Lock wait timeout/);
      await holder.query("SELECT RELEASE_LOCK('hold')");
      await filling;
      for (const one of [connection, holder, writer]) one.destroy();
    }));
