import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Dialect, type DialectName, dialects, isDialectName, splitScript } from '@myriad/sql';
import type { InstanceFacts } from './facts/instance.ts';
import type { PlanFacts } from './facts/plan.ts';
import type { TableStatistics } from './facts/statistics.ts';
import type { ParameterValue } from './rule.ts';

/** What a case states of the world, as plain data. */
export interface CaseFacts {
  readonly plan?: PlanFacts;
  readonly statistics?: Readonly<Record<string, TableStatistics>>;
  readonly instance?: InstanceFacts;
}

/** One text of a case file, and whether a rule must find something in it. */
export interface RuleCase {
  readonly file: string;
  readonly line: number;
  /** One statement, or a whole script. */
  readonly sql: string;
  readonly dialect: Dialect;
  readonly rule: string;
  readonly isHit: boolean;
  readonly isScript: boolean;
  /** DDL of the schema it stands on; '' when nothing is known. */
  readonly ddl: string;
  readonly facts: CaseFacts;
  /** What a policy would say of the rule. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

const folder = fileURLToPath(new URL('../cases/', import.meta.url));

/**
 * Every case of `cases/*.sql`. `-- expect: rule-id` and `-- no-hit: rule-id` hold for the statements behind them.
 * `-- dialect: name` holds until the next of these. `-- schema: name` starts the DDL of a schema; `-- given: name` says
 * that a rule's cases stand on it, `-- facts: {…}` what else is known, `-- parameters: {…}` what a policy
 * says; all hold until another rule comes.
 * `-- script` makes one case of all that follows up to the next such line.
 */
export function readCases(): readonly RuleCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const schemas = new Map<string, string>();
  // Schemas that several files stand on are in one of their own, which is read first.
  const shared = files.filter((name) => name === 'schemas.sql');
  return [...shared, ...files.filter((name) => name !== 'schemas.sql')].flatMap((file) =>
    readCaseFile(file, readFileSync(`${folder}${file}`, 'utf8'), schemas),
  );
}

interface Reading {
  dialect: DialectName;
  rule: string;
  isHit: boolean;
  ddl: string;
  facts: CaseFacts;
  parameters: RuleCase['parameters'];
  /** The schema whose DDL is being read. */
  schema: string | undefined;
  isScript: boolean;
}

function readCaseFile(file: string, text: string, schemas: Map<string, string>): readonly RuleCase[] {
  const cases: RuleCase[] = [];
  const now: Reading = {
    dialect: 'mysql-9',
    rule: '',
    isHit: true,
    ddl: '',
    facts: {},
    parameters: {},
    schema: undefined,
    isScript: false,
  };
  let before = 0;
  for (const part of splitScript(text, dialects['mysql-9'])) {
    let isNew = false;
    for (const [, word = '', value = ''] of text
      .slice(before, part.start)
      .matchAll(/^-- (expect|no-hit|dialect|schema|given|facts|parameters|script)(?:: (.+))?$/gm)) {
      isNew = true;
      readHeader(now, word, value.trim(), schemas, file);
    }
    before = part.end;
    const sql = asOne(text.slice(part.start, part.end));
    const { schema, dialect, ...rest } = now;
    if (schema !== undefined) schemas.set(schema, `${schemas.get(schema) ?? ''}${sql};\n`);
    else if (now.isScript && !isNew) {
      const last = cases.pop();
      if (last) cases.push({ ...last, sql: `${last.sql};\n${sql}` });
    } else cases.push({ file, line: part.line, sql, ...rest, dialect: dialects[dialect] });
  }
  return cases;
}

/** A routine has semicolons inside: it stays one statement under another delimiter. */
const asOne = (sql: string): string => (sql.includes(';') ? `DELIMITER //\n${sql}\n//` : sql);

function readHeader(
  now: Reading,
  word: string,
  value: string,
  schemas: ReadonlyMap<string, string>,
  file: string,
): void {
  if (word === 'expect' || word === 'no-hit') {
    if (value !== now.rule) Object.assign(now, { ddl: '', facts: {}, parameters: {} });
    Object.assign(now, {
      dialect: 'mysql-9',
      rule: value,
      isHit: word === 'expect',
      schema: undefined,
      isScript: false,
    });
  } else if (word === 'dialect') {
    if (!isDialectName(value)) throw new Error(`${file} names a dialect nobody knows: ${value}`);
    now.dialect = value;
  } else if (word === 'schema') now.schema = value;
  else if (word === 'given') {
    const ddl = schemas.get(value);
    if (ddl === undefined) throw new Error(`${file} names a schema nobody described: ${value}`);
    now.ddl = ddl;
  } else if (word === 'facts') now.facts = JSON.parse(value);
  else if (word === 'parameters') now.parameters = JSON.parse(value);
  else now.isScript = true;
}
