import { type Dialect, makeDialect, withSqlMode } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import type { PlanFacts, PlanStep } from '../facts/plan.ts';
import type { TableStatistics } from '../facts/statistics.ts';
import { readSchema } from '../schema/apply-statement.ts';
import type { NeededTable } from './needed-facts.ts';

/** What a server said, as plain data. */
export interface LiveAnswers {
  readonly server: { readonly flavor: 'mysql' | 'mariadb'; readonly version: readonly [number, number, number] };
  /** By name in lower case. */
  readonly variables: Readonly<Record<string, string>>;
  readonly tables: readonly {
    readonly table: NeededTable;
    /** SHOW CREATE; absent: it is not there, or not ours to see. */
    readonly ddl?: string;
    readonly statistics?: TableStatistics;
  }[];
  readonly plans: readonly {
    readonly sql: string;
    /** Rows of EXPLAIN as the server gave them. */
    readonly rows?: readonly Readonly<Record<string, unknown>>[];
    readonly error?: { readonly code: number; readonly message: string };
    /** Counted exactly. */
    readonly count?: number;
  }[];
}

/** The dialect of the server that was asked. */
export function dialectOf({ server, variables }: LiveAnswers): Dialect {
  const dialect = makeDialect(server.flavor, server.version);
  return variables.sql_mode === undefined ? dialect : withSqlMode(dialect, variables.sql_mode);
}

/** Answers as facts for a review. */
export function factsFrom(answers: LiveAnswers, dialect: Dialect): ReviewFacts {
  const ddl = answers.tables.flatMap(({ table, ddl }) => (ddl ? [inSchema(table, ddl)] : [])).join('');
  return {
    ...(ddl === '' ? {} : { schema: readSchema(ddl, dialect) }),
    statistics: Object.fromEntries(
      answers.tables.flatMap(({ table: { schema, name }, statistics }) =>
        statistics ? [[(schema === undefined ? name : `${schema}.${name}`).toLowerCase(), statistics]] : [],
      ),
    ),
    plans: Object.fromEntries(answers.plans.map((plan) => [plan.sql, planOf(plan)])),
    instance: { variables: answers.variables },
  };
}

/** SHOW CREATE TABLE leaves the schema out: the script reads it in the schema it named. */
const inSchema = ({ schema }: NeededTable, ddl: string): string =>
  schema === undefined
    ? `${ddl};\n`
    : `${ddl.replace(/^(CREATE (?:TEMPORARY )?TABLE )/, `$1\`${schema.replaceAll('`', '``')}\`.`)};\n`;

function planOf({ rows = [], error, count }: LiveAnswers['plans'][number]): PlanFacts {
  const steps = rows.map(stepOf);
  const changed = steps.find(({ selectType }) => ['UPDATE', 'DELETE'].includes(selectType)) ?? steps[0];
  const affectedRows =
    count !== undefined
      ? { count, isExact: true }
      : changed && steps.length > 0
        ? { count: Math.round((changed.rows * changed.filtered) / 100), isExact: false }
        : undefined;
  return { steps, ...(error ? { error } : {}), ...(affectedRows ? { affectedRows } : {}) };
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const listOf = (value: unknown, separator: RegExp): readonly string[] => textOf(value).split(separator).filter(Boolean);

function stepOf(row: Readonly<Record<string, unknown>>): PlanStep {
  const key = textOf(row.key);
  const keyLength = Number(textOf(row.key_len) || Number.NaN);
  return {
    id: Number(textOf(row.id)) || 0,
    selectType: textOf(row.select_type),
    table: textOf(row.table),
    access: textOf(row.type),
    possibleKeys: listOf(row.possible_keys, /,/),
    key: key === '' ? undefined : key,
    keyLength: Number.isNaN(keyLength) ? undefined : keyLength,
    rows: Number(textOf(row.rows)) || 0,
    filtered: row.filtered === null || row.filtered === undefined ? 100 : Number(textOf(row.filtered)),
    extra: listOf(row.Extra, /;\s*/),
  };
}
