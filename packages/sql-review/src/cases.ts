import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DialectName, dialects, isDialectName, splitScript } from '@myriad/sql';

/** One statement of a case file, and whether a rule must find something in it. */
export interface RuleCase {
  readonly file: string;
  readonly line: number;
  readonly sql: string;
  readonly dialect: DialectName;
  readonly rule: string;
  readonly isHit: boolean;
}

const folder = fileURLToPath(new URL('../cases/', import.meta.url));

/**
 * Every case of `cases/*.sql`. `-- expect: rule-id` and `-- no-hit: rule-id` hold for the statements behind them;
 * `-- dialect: name` until the next one of these.
 */
export function readCases(): readonly RuleCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.flatMap((file) => [...readCaseFile(file, readFileSync(`${folder}${file}`, 'utf8'))]);
}

function* readCaseFile(file: string, text: string): Generator<RuleCase> {
  let [dialect, rule, isHit]: [DialectName, string, boolean] = ['mysql-9', '', true];
  for (const part of splitScript(text, dialects['mysql-9'])) {
    const before = text.slice(part.from, part.start);
    for (const [, word = '', value = ''] of before.matchAll(/^-- (expect|no-hit|dialect): (\S+)$/gm)) {
      if (word !== 'dialect') [dialect, rule, isHit] = ['mysql-9', value, word === 'expect'];
      else if (isDialectName(value)) dialect = value;
      else throw new Error(`${file} names a dialect nobody knows: ${value}`);
    }
    yield { file, line: part.line, sql: text.slice(part.start, part.end), dialect, rule, isHit };
  }
}
