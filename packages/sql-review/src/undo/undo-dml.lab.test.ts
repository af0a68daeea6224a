import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLab, startServer } from '@myriad/lab';
import { dialects, parseStatement } from '@myriad/sql';
import type { Connection, ResultSetHeader, RowDataPacket, TypeCastField } from 'mysql2/promise';
import { showCreate } from '../predict/shapes/ask-server.ts';
import { quickOptions } from '../predict/shapes/quick-options.ts';
import { readSchema } from '../schema/apply-statement.ts';
import { previewUndo } from './undo-dml.ts';
import { type CapturedRow, undoStatements } from './undo-rows.ts';

const servers = [
  ['mysql', dialects['mysql-9']],
  ['mariadb', dialects['mariadb-10.11']],
] as const;

type Value = string | number | Buffer | null;

const names = ['people', 'town', 'house', 'pair'] as const;
const creates = [
  `CREATE TABLE people (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) CHARACTER SET utf8mb4, code INT, twice INT AS (code * 2) VIRTUAL,
     exact DECIMAL(20,8), rough FLOAT, fine DOUBLE, doc JSON, raw VARBINARY(20), bits BIT(9), spot POINT, kind ENUM('a','b'), many SET('x','y'), day DATE, span TIME(3),
     seen TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), \`odd \`\`name\` BIGINT UNSIGNED, UNIQUE KEY u (code))`,
  'CREATE TABLE town (id INT PRIMARY KEY, n INT, label VARCHAR(20))',
  'CREATE TABLE house (id INT PRIMARY KEY, town INT, rooms INT, FOREIGN KEY (town) REFERENCES town (id))',
  'CREATE TABLE pair (a INT, b VARCHAR(10), v INT, PRIMARY KEY (a, b))',
];
const fills = [
  ...[1, 2, 3, 4, 5, 6].map(
    (n) =>
      `INSERT INTO people SET id = ${n}, name = 'ü’${n}', code = ${n * 10}, exact = ${n}.12345678, rough = ${n}1234567, fine = 1 / 3 + ${n}, doc = '{"a": [${n}, null]}', raw = x'00ff${n}0', bits = b'10101', spot = POINT(${n}, 1.5), kind = 'b', many = 'x,y', day = '2024-02-29', span = '-12:30:01.125', \`odd \`\`name\` = 18446744073709551615`,
  ),
  "INSERT INTO town VALUES (1, 1, 'a'), (2, 2, NULL), (3, 3, 'c')",
  'INSERT INTO house VALUES (1, 1, 4), (2, 1, 5), (3, 2, 6), (4, NULL, 7)',
  "INSERT INTO pair VALUES (1, 'x', 1), (1, 'y', 2), (2, 'x', 3)",
];

/** Every one changes rows, and is undone. */
const changes = [
  "UPDATE people SET name = 'other', rough = 0, doc = NULL WHERE code > 20",
  "UPDATE people SET code = code + 1000, `odd ``name` = 5, bits = 0, spot = POINT(0, 0), raw = 'q' ORDER BY id DESC",
  "UPDATE people SET exact = 0, span = NULL, day = NULL, many = '' WHERE id IN (SELECT id FROM town)",
  "UPDATE pair SET v = v * 10 WHERE b = 'x' ORDER BY a, b LIMIT 1",
  'DELETE FROM people WHERE id BETWEEN 2 AND 4',
  'DELETE FROM people ORDER BY id DESC LIMIT 2',
  'DELETE FROM pair WHERE a = 1',
  'DELETE FROM people WHERE EXISTS (SELECT 1 FROM town t WHERE t.id = people.id)',
  'UPDATE people AS p JOIN town AS t ON t.id = p.id SET p.name = t.label, t.n = p.code',
  "UPDATE town LEFT JOIN house ON house.town = town.id SET rooms = 0, label = 'z'",
  'UPDATE town, house SET town.n = 9 WHERE house.town = town.id AND house.rooms > 3',
  'DELETE h, t FROM house AS h STRAIGHT_JOIN town AS t ON h.town = t.id WHERE t.id = 2',
  'DELETE FROM h USING town AS t JOIN house AS h ON h.town = t.id WHERE t.id = 1',
  'DELETE pair FROM pair, town WHERE town.id < 3',
  'DELETE house FROM town LEFT JOIN house ON house.town = town.id',
  "INSERT INTO people (id, name) VALUES (70, 'x'), (71, DEFAULT)",
  "INSERT INTO people (name, code) VALUES ('x', 900), ('y', 901), ('z', NULL)",
  "INSERT INTO people SET name = 'only'",
  "INSERT INTO pair VALUES (7, 'q', 1)",
  "INSERT IGNORE INTO pair (a, b, v) VALUES (1, 'x', 50), (8, 'z', 51)",
  "REPLACE INTO people (id, name, code) VALUES (2, 'new', 50), (80, 'newer', 60)",
  "REPLACE INTO people (name, code) VALUES ('new', 10), ('newer', 777)",
  "INSERT INTO people (id, name, code) VALUES (3, 'n', 7), (90, 'm', 40), (91, 'k', 800) ON DUPLICATE KEY UPDATE name = VALUES(name), kind = 'a'",
  "INSERT INTO pair VALUES (1, 'x', 5), (5, 'x', 6) ON DUPLICATE KEY UPDATE v = v + 100",
] as const;

/** Texts as the server prints them; what is no text as bytes. */
const typeCast = (field: TypeCastField): Value =>
  ['BLOB', 'TINY_BLOB', 'MEDIUM_BLOB', 'LONG_BLOB', 'BIT', 'GEOMETRY', 'VAR_STRING', 'STRING'].includes(field.type)
    ? field.buffer()
    : field.string('utf8');

const rowsOf = async (connection: Connection, sql: string): Promise<readonly CapturedRow<Value>[]> =>
  (await connection.query<RowDataPacket[]>({ sql, typeCast }))[0] as readonly CapturedRow<Value>[];

const sums = async (connection: Connection): Promise<string> =>
  JSON.stringify(await rowsOf(connection, `CHECKSUM TABLE ${names.join(', ')}`));

for (const [flavor, dialect] of servers)
  test(`${flavor}: what was captured puts every row back as it was`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder, options: quickOptions(flavor) }));
      await server.rows('CREATE DATABASE rows_back');
      const connection = await server.connect('rows_back');
      for (const sql of [...creates, ...fills]) await connection.query(sql);
      const shown = await Promise.all(names.map((name) => showCreate(connection, name)));
      const schema = readSchema(`${shown.join(';\n')};`, dialect);
      const before = await sums(connection);
      for (const sql of changes) {
        const steps = previewUndo(parseStatement(sql, dialect).statement, { schema, dialect });
        if ('impossible' in steps) assert.fail(`${sql}: ${steps.impossible.en}`);
        await connection.query('START TRANSACTION');
        const kept: (readonly CapturedRow<Value>[])[] = [];
        for (const { capture } of steps.parts) kept.push(capture === '' ? [] : await rowsOf(connection, capture));
        const [done] = await connection.query<ResultSetHeader>(sql);
        await connection.query('COMMIT');
        assert.notEqual(await sums(connection), before, `${sql} changes something`);
        await connection.query('START TRANSACTION');
        for (const { sql: undo, values } of undoStatements<Value>(steps, kept, done.insertId))
          await connection
            .query(undo, [...values])
            .catch((error: Error) => assert.fail(`${sql}\n${undo}\n${error.message}`));
        await connection.query('COMMIT');
        assert.equal(await sums(connection), before, `${sql}\n${JSON.stringify(steps.parts, null, 1)}`);
      }
      connection.destroy();
    }));
