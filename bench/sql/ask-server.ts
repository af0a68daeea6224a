import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, type Flavor, startServer } from '@myriad/lab';
import type { Connection } from 'mysql2/promise';

/** What a server says to a statement at PREPARE, which parses fully and runs nothing. */
export type Verdict = 'accepted' | 'refused' | 'no-answer';

/** ER_PARSE_ERROR and ER_SYNTAX_ERROR; any other error comes after the parse. */
const parseErrors: ReadonlySet<number> = new Set([1064, 1149]);
/** Two statements in one, an empty one: neither says anything of the grammar. */
const noAnswers: ReadonlySet<number> = new Set([1065]);

/** Verdicts of the flavour's real server in this `sql_mode` (its own when empty), remembered in the cache. */
export async function askServer(
  flavor: Flavor,
  statements: readonly string[],
  sqlMode = '',
): Promise<readonly Verdict[]> {
  const key = `${flavor}${sqlMode}${JSON.stringify(statements)}`;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 24);
  const file = path.join(cacheFolder(), 'corpora', 'verdicts', `${flavor}-${hash}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as readonly Verdict[];
  const verdicts = await ask(flavor, statements, sqlMode);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(verdicts));
  return verdicts;
}

async function ask(flavor: Flavor, statements: readonly string[], sqlMode: string): Promise<readonly Verdict[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'my-oracle-'));
  try {
    await using server = await startServer({ flavor, folder });
    await server.rows('CREATE DATABASE oracle');
    const connect = async () => {
      const made = await server.connect('oracle');
      if (sqlMode !== '') await made.query('SET sql_mode = ?', [sqlMode]);
      return made;
    };
    let connection = await connect();
    const verdicts: Verdict[] = [];
    for (const sql of statements) {
      const verdict = await askOne(connection, sql);
      verdicts.push(verdict ?? 'no-answer');
      if (verdict !== undefined) continue;
      // The statement broke the connection or the server: go on with the next.
      connection.destroy();
      if (!server.isRunning()) await server.start();
      connection = await connect();
    }
    connection.destroy();
    return verdicts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function askOne(connection: Connection, sql: string): Promise<Verdict | undefined> {
  try {
    await connection.query(`PREPARE s FROM ${quote(sql)}`);
    return 'accepted';
  } catch (error) {
    const { errno } = error as { errno?: number };
    if (errno === undefined || errno < 1000 || (errno >= 2000 && errno < 3000)) return undefined;
    if (parseErrors.has(errno)) return 'refused';
    return noAnswers.has(errno) ? 'no-answer' : 'accepted';
  }
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
