import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Dialect, type DialectName, dialects, isDialectName, withSqlMode } from './dialect.ts';
import { splitScript } from './split/split.ts';

/** One statement of a conformance file, for one dialect. */
export interface ConformanceCase {
  readonly file: string;
  readonly line: number;
  readonly sql: string;
  readonly dialect: DialectName;
  /** Words of `@@sql_mode` it is read in; '' for the server's own. */
  readonly sqlMode: string;
  /** Whether the server reads it. */
  readonly accepted: boolean;
  /** The statement's kind when it is accepted; '' when the file does not say. */
  readonly kind: string;
}

const folder = fileURLToPath(new URL('../cases/', import.meta.url));

/**
 * Every case of `cases/*.sql`. A line `-- dialects: …`, `-- sql_mode: …`, `-- kind: …`, `-- accepted` or `-- refused` before a statement
 * holds from there on; `sql_mode: DEFAULT` is the server's own.
 */
export function readCases(): readonly ConformanceCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.flatMap((file) => [...readCaseFile(file, readFileSync(`${folder}${file}`, 'utf8'))]);
}

function* readCaseFile(file: string, text: string): Generator<ConformanceCase> {
  let [names, kind, accepted]: [readonly DialectName[], string, boolean] = [['mysql-9'], '', true];
  let sqlMode = '';
  for (const part of splitScript(text, dialects['mysql-9'])) {
    const before = text.slice(part.from, part.start);
    for (const [, word = '', value = ''] of before.matchAll(
      /^-- (dialects|sql_mode|kind|accepted|refused)(?:: (.*))?$/gm,
    )) {
      if (word === 'dialects')
        names = value
          .trim()
          .split(/\s+/)
          .map((name) => checkName(name, file));
      else if (word === 'sql_mode') sqlMode = value.trim() === 'DEFAULT' ? '' : value.trim();
      else if (word === 'kind') kind = value.trim();
      else accepted = word === 'accepted';
    }
    const sql = text.slice(part.start, part.end);
    for (const dialect of names)
      yield { file, line: part.line, sql, dialect, sqlMode, accepted, kind: accepted ? kind : 'unknown' };
  }
}

/** The dialect of a case, in its mode. */
export const dialectOf = ({ dialect, sqlMode }: ConformanceCase): Dialect =>
  sqlMode === '' ? dialects[dialect] : withSqlMode(dialects[dialect], sqlMode);

function checkName(name: string, file: string): DialectName {
  if (isDialectName(name)) return name;
  throw new Error(`${file} names a dialect nobody knows: ${name}`);
}
