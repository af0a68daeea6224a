import { type Dialect, makeDialect, withSqlMode } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import type { InstanceFacts } from '../facts/instance.ts';
import type { PlanFacts, PlanStep } from '../facts/plan.ts';
import type { TableStatistics } from '../facts/statistics.ts';
import { readSchema } from '../schema/apply-statement.ts';
import type { SchemaState } from '../schema/schema.ts';
import type { TriggerModel } from '../schema/table.ts';
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
    readonly triggers?: readonly TriggerModel[];
  }[];
  /** Global status values, by name in lower case. */
  readonly status?: Readonly<Record<string, string>>;
  readonly freeDiskBytes?: number;
  /** Who holds locks on tables that change; absent: nobody could ask. `table` absent: the server does not tell which. */
  readonly holders?: readonly {
    readonly session: number;
    readonly user: string;
    readonly host: string;
    readonly seconds: number;
    readonly table: NeededTable | undefined;
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
  const ddl = definitionsIn(answers.tables);
  return {
    ...(ddl === '' ? {} : { schema: withTriggers(readSchema(ddl, dialect), answers.tables) }),
    statistics: Object.fromEntries(
      answers.tables.flatMap(({ table: { schema, name }, statistics }) =>
        statistics ? [[textOfName({ schema, name }), statistics]] : [],
      ),
    ),
    plans: Object.fromEntries(answers.plans.map((plan) => [plan.sql, planOf(plan)])),
    instance: instanceOf(answers),
  };
}

/** What was seen as a script that makes it. */
export const definitionsIn = (tables: LiveAnswers['tables']): string =>
  tables.flatMap(({ table, ddl }) => (ddl ? [inSchema(table, ddl)] : [])).join('');

const textOfName = ({ schema, name }: NeededTable): string =>
  (schema === undefined ? name : `${schema}.${name}`).toLowerCase();

function instanceOf({ variables, status = {}, holders, freeDiskBytes }: LiveAnswers): InstanceFacts {
  const [running, uptime] = [Number(status.threads_running), Number(status.uptime)];
  return {
    variables,
    ...(freeDiskBytes === undefined ? {} : { freeDiskBytes }),
    ...(Number.isFinite(running) ? { runningThreads: running } : {}),
    ...(Number.isFinite(uptime) ? { uptimeSeconds: uptime } : {}),
    ...(holders
      ? {
          transactions: holders.map(({ table, ...who }) => ({
            ...who,
            tables: table ? [textOfName(table)] : [],
            ...(table ? {} : { isAnywhere: true }),
          })),
        }
      : {}),
  };
}

export function withTriggers(schema: SchemaState, tables: LiveAnswers['tables']): SchemaState {
  for (const { table, triggers } of tables)
    if (triggers && triggers.length > 0) schema.triggers.set(schema.keyOf(table.schema, table.name), triggers);
  return schema;
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
