import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Dialect, dialects, splitScript } from '@myriad/sql';

export interface SuiteStatement {
  readonly sql: string;
  /** The test expects the server to refuse the text (`--error ER_PARSE_ERROR`). */
  readonly isWrong: boolean;
}

/** Statements of mysqltest's language: commands of the test program are left out, texts with its variables too. */
export function* readTestScript(text: string): Generator<SuiteStatement, void> {
  let delimiter = ';';
  let buffer = '';
  let isWrong = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (buffer.trim() === '') {
      if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('--')) {
        const given = /^--\s*delimiter\s+(\S+)/i.exec(trimmed)?.[1];
        if (given) delimiter = given;
        if (/^--\s*error\s.*\b(ER_PARSE_ERROR|1064)\b/i.test(trimmed)) isWrong = true;
        continue;
      }
      const command = /^delimiter\s+(\S+)/i.exec(trimmed)?.[1];
      if (command) {
        delimiter = command.length > 1 && command.endsWith(delimiter) ? command.slice(0, -delimiter.length) : command;
        continue;
      }
    }
    buffer += `${line}\n`;
    if (!trimmed.endsWith(delimiter)) continue;
    if (/^error\s.*\b(ER_PARSE_ERROR|1064)\b/i.test(buffer)) isWrong = true;
    else {
      for (const sql of cut(buffer, delimiter)) yield { sql, isWrong };
      isWrong = false;
    }
    buffer = '';
  }
}

function* cut(buffer: string, delimiter: string): Generator<string, void> {
  // Several statements may end on one line; with the usual delimiter a splitter that knows quotes takes them apart.
  if (delimiter !== ';') {
    yield buffer.trimEnd().slice(0, -delimiter.length).trim();
    return;
  }
  for (const part of splitScript(buffer, dialects['mysql-9'])) yield buffer.slice(part.start, part.end);
}

const starts = new Set(
  (
    'ALTER ANALYZE BEGIN BINLOG CACHE CALL CHANGE CHECK CHECKSUM CLONE COMMIT CREATE DEALLOCATE DELETE DESC DESCRIBE DO DROP ' +
    'EXECUTE EXPLAIN FLUSH GET GRANT HANDLER HELP IMPORT INSERT INSTALL KILL LOAD LOCK OPTIMIZE PREPARE PURGE RELEASE RENAME ' +
    'REPAIR REPLACE RESET RESIGNAL RESTART REVOKE ROLLBACK SAVEPOINT SELECT SET SHOW SHUTDOWN SIGNAL START STOP TABLE TRUNCATE ' +
    'UNINSTALL UNLOCK UPDATE USE VALUES WITH XA BACKUP EXCEPTION'
  ).split(' '),
);

/** Whether a text begins as a statement does, and holds no variable of the test program. */
export function looksLikeStatement(sql: string): boolean {
  const first = /^[(\s]*([A-Za-z]+)/.exec(sql.replace(/^(\/\*[\s\S]*?\*\/\s*)+/, ''))?.[1]?.toUpperCase() ?? '';
  return starts.has(first) && !/\$[A-Za-z_]/.test(sql) && sql.length <= 8_000 && !sql.includes('\0');
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

export interface Suite {
  readonly statements: readonly string[];
  /** Those the suite itself expects to be refused; they are not among the statements. */
  readonly wrong: readonly string[];
}

/** A test whose statements are written for MariaDB's ORACLE mode, by its path. */
const isOracleTest = (file: string): boolean => /compat\/oracle\/|_oracle\.test$/.test(file);

/** Every different statement of a server's test suite; of its tests of `sql_mode=ORACLE` alone where that is asked for. */
export async function readSuite(folder: string, only: 'all' | 'oracle' = 'all'): Promise<Suite> {
  const found = new Set<string>();
  const wrong = new Set<string>();
  for (const file of await listFiles(folder)) {
    if (!/\.(test|inc)$/.test(file) || (only === 'oracle' && !isOracleTest(file))) continue;
    const text = await readFile(file, 'utf8');
    // Files in another character set have bytes that are no UTF-8: the server would read another text than we do.
    if (text.includes('\ufffd')) continue;
    for (const { sql, isWrong } of readTestScript(text))
      if (looksLikeStatement(sql)) (isWrong ? wrong : found).add(sql);
  }
  return { statements: [...found], wrong: [...wrong] };
}

/** Every different statement of the SQL files of applications. */
export async function readApplications(folder: string, dialect: Dialect): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const file of await listFiles(folder)) {
    const isSql =
      /\.sql(\.gz)?$|mysql[^/]*$/.test(file) &&
      !/(postgres|pgsql|sqlite|oracle|\.(php|so|gz|html|po|mo|png)$)/i.test(file);
    const isPacked = file.endsWith('.sql.gz');
    if (!isSql && !isPacked) continue;
    const bytes = await readFile(file);
    const text = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
    if (text.includes('\0') || text.includes('\ufffd')) continue;
    for (const part of splitScript(text, dialect)) {
      const sql = text.slice(part.start, part.end);
      if (looksLikeStatement(sql)) found.add(sql);
    }
  }
  return [...found];
}
