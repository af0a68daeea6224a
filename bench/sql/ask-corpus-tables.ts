import { type CorpusName, ensureCorpus, type Flavor, type LabServer } from '@myriad/lab';
import { askTables, type Judged, judgeTables, schemaFactsFrom } from '@myriad/lab/explained';
import { type Dialect, resolveNames, type SchemaFacts, type Statement } from '@myriad/sql';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { readCorpusScripts } from './corpus-scripts.ts';
import { shapeOf } from './sample.ts';

export interface JudgedStatement extends Judged {
  readonly sql: string;
  readonly file: string;
}

/** A file gives at most so many, that many files have their say. */
const mostOfFile = 40;
const systemSchemas = new Set(['mysql', 'information_schema', 'performance_schema', 'sys']);

/** Statements of a corpus whose tables its own scripts make, each judged; the order is decided by the numbers. */
export async function* judgeCorpus(
  server: LabServer,
  { corpus, flavor, dialect, random }: { corpus: CorpusName; flavor: Flavor; dialect: Dialect; random: () => number },
): AsyncGenerator<JudgedStatement, void> {
  const found = await ensureCorpus(corpus);
  if ('missing' in found) throw new Error(found.words.en);
  const shapes = new Set<string>();
  for await (const { file, parts } of readCorpusScripts(corpus, found.folder, dialect, random)) {
    await dropSchemas(server);
    await server.rows('CREATE DATABASE test');
    const connection = await server.connect('test');
    let facts: SchemaFacts | undefined;
    let left = mostOfFile;
    try {
      for (const { sql, statement, role } of parts) {
        if (left === 0) break;
        if (role === 'make') {
          if (isLeftOut(statement)) continue;
          await connection.query({ sql, timeout: 20_000 }).catch(() => undefined);
          facts = undefined;
          continue;
        }
        const shape = shapeOf(sql, dialect);
        if (shapes.has(shape) || !namesOwnTables(statement)) continue;
        const answer = await askTables(connection, flavor, sql);
        if ('refused' in answer) {
          if (answer.errno === undefined) break;
          continue;
        }
        shapes.add(shape);
        left -= 1;
        facts ??= await schemaFactsFrom(connection, dialect);
        const kin = await listKin(connection);
        yield { sql, file, ...judgeTables(statement, answer, { facts, schema: 'test', kin }) };
      }
    } finally {
      connection.destroy();
    }
  }
}

async function dropSchemas(server: LabServer): Promise<void> {
  const connection = await server.connect();
  await connection.query('SET foreign_key_checks = 0');
  for (const { name } of await server.rows('SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA'))
    if (!systemSchemas.has(String(name).toLowerCase())) await connection.query(`DROP DATABASE \`${String(name)}\``);
  connection.destroy();
}

/** Temporary tables have no lock to be seen, tables of MERGE open others. */
const isLeftOut = (statement: Statement): boolean =>
  statement.kind === 'create-table' && (statement.temporary || /MRG|MERGE/i.test(JSON.stringify(statement.settings)));

/** At least one table, none of the server's own. */
function namesOwnTables(statement: Statement): boolean {
  const { tables } = resolveNames(statement);
  return tables.length > 0 && tables.every(({ schema }) => !systemSchemas.has((schema ?? '').toLowerCase()));
}

/** Tables that foreign keys tie to others: a change opens them too. */
async function listKin(connection: Connection): Promise<ReadonlySet<string>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT LOWER(CONCAT(CONSTRAINT_SCHEMA, '.', TABLE_NAME)) a, LOWER(CONCAT(UNIQUE_CONSTRAINT_SCHEMA, '.', REFERENCED_TABLE_NAME)) b FROM information_schema.REFERENTIAL_CONSTRAINTS",
  );
  return new Set(rows.flatMap(({ a, b }) => [String(a), String(b)]));
}
