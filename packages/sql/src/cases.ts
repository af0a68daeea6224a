import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DialectName, dialects, isDialectName } from './dialect.ts';
import { splitScript } from './split/split.ts';

/** One statement of a conformance file, for one dialect. */
export interface ConformanceCase {
  readonly file: string;
  readonly line: number;
  readonly sql: string;
  readonly dialect: DialectName;
  /** Whether the server reads it. */
  readonly accepted: boolean;
  /** The statement's kind when it is accepted; '' when the file does not say. */
  readonly kind: string;
}

const folder = fileURLToPath(new URL('../cases/', import.meta.url));

/**
 * Every case of `cases/*.sql`. A line `-- dialects: …`, `-- kind: …`, `-- accepted` or `-- refused` before a statement
 * holds from there on.
 */
export function readCases(): readonly ConformanceCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.flatMap((file) => [...readCaseFile(file, readFileSync(`${folder}${file}`, 'utf8'))]);
}

function* readCaseFile(file: string, text: string): Generator<ConformanceCase> {
  let [names, kind, accepted]: [readonly DialectName[], string, boolean] = [['mysql-9'], '', true];
  for (const part of splitScript(text, dialects['mysql-9'])) {
    const before = text.slice(part.from, part.start);
    for (const [, word = '', value = ''] of before.matchAll(/^-- (dialects|kind|accepted|refused)(?:: (.*))?$/gm)) {
      if (word === 'dialects')
        names = value
          .trim()
          .split(/\s+/)
          .map((name) => checkName(name, file));
      else if (word === 'kind') kind = value.trim();
      else accepted = word === 'accepted';
    }
    const sql = text.slice(part.start, part.end);
    for (const dialect of names)
      yield { file, line: part.line, sql, dialect, accepted, kind: accepted ? kind : 'unknown' };
  }
}

function checkName(name: string, file: string): DialectName {
  if (isDialectName(name)) return name;
  throw new Error(`${file} names a dialect nobody knows: ${name}`);
}
