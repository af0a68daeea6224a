import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CorpusName } from '@myriad/lab';
import { type Dialect, parseStatement, type Statement, splitScript } from '@myriad/sql';
import { looksLikeStatement, readTestScript } from './read-corpus.ts';
import { shuffle } from './sample.ts';

/** Statements of one file, in its order: what makes its tables, and what asks them. */
export interface CorpusScript {
  readonly file: string;
  readonly parts: readonly { readonly sql: string; readonly statement: Statement; readonly role: 'make' | 'ask' }[];
}

const makes: ReadonlySet<string> = new Set([
  ...['create-table', 'create-view', 'alter-view', 'alter-table', 'drop-table', 'drop-view', 'rename-table'],
  ...['create-database', 'drop-database'],
]);
const asks: ReadonlySet<string> = new Set(['query', 'insert', 'update', 'delete']);

/** The files of a corpus in an order the numbers decide; those that ask nothing are left out. */
export async function* readCorpusScripts(
  name: CorpusName,
  folder: string,
  dialect: Dialect,
  random: () => number,
): AsyncGenerator<CorpusScript, void> {
  const isSuite = name !== 'applications';
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && (isSuite ? entry.name.endsWith('.test') : /\.sql$/.test(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => isSuite || !/(postgres|pgsql|sqlite|oracle)/i.test(file))
    .sort();
  for (const file of shuffle(files, random)) {
    const text = await readFile(file, 'utf8');
    if (text.includes('\ufffd') || text.includes('\0')) continue;
    const texts = isSuite ? [...readTestScript(text)].map(({ sql }) => sql) : cut(text, dialect);
    const parts = texts.filter(looksLikeStatement).flatMap((sql) => {
      const { statement } = parseStatement(sql, dialect);
      const role = makes.has(statement.kind) ? 'make' : asks.has(statement.kind) ? 'ask' : undefined;
      return role === undefined ? [] : [{ sql, statement, role } as const];
    });
    if (parts.some(({ role }) => role === 'ask')) yield { file: path.relative(folder, file), parts };
  }
}

const cut = (text: string, dialect: Dialect): readonly string[] =>
  [...splitScript(text, dialect)].map((part) => text.slice(part.start, part.end));
