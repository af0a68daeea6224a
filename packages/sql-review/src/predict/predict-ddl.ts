import type { AlterTable, Dialect, Setting, Statement } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import { isOn, variableOf } from '../facts/instance.ts';
import type { TableStatistics } from '../facts/statistics.ts';
import { wordOf } from '../schema/read-table.ts';
import type { Schema } from '../schema/schema.ts';
import type { TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';
import { asAlters } from './as-alter.ts';
import type { DdlTable } from './ddl-facts.ts';
import { type Estimate, estimateOf } from './estimate.ts';
import { type Difference, listChanges } from './list-changes.ts';
import { type DdlAlgorithm, type Way, wayOf } from './predict-change.ts';
import { predictWhole } from './whole-tables.ts';

/**
 * What one statement does to one table. `algorithm` is `undefined` where the facts do not suffice to say (`confidence` is
 * unknown then), and where none is chosen: TRUNCATE, DROP, CREATE … LIKE and … SELECT.
 */
export interface DdlPrediction extends Estimate {
  readonly table: string;
  /** The cheapest the server takes; NOCOPY is MariaDB's INPLACE that rewrites no rows. */
  readonly algorithm: DdlAlgorithm | undefined;
  readonly rebuilds: boolean | undefined;
  /** What is shut out while it runs: NONE lets reads and writes on, SHARED reads only. */
  readonly lock: Way['lock'] | undefined;
  /** The statement asks for less than the server can do: it is refused, and nothing happens. */
  readonly isRefused: boolean;
  readonly reasons: readonly Words[];
  readonly confidence: 'measured' | 'documented' | 'unknown';
}

export interface KnownTables {
  readonly dialect: Dialect;
  readonly schema: Schema;
  readonly facts: ReviewFacts;
  readonly statisticsOf: (name: {
    readonly schema: string | undefined;
    readonly name: string;
  }) => TableStatistics | undefined;
}

/** One for each table that the statement changes the definition of; none for any other statement. */
export const predictDdl = (statement: Statement, known: KnownTables): readonly DdlPrediction[] => [
  ...asAlters(statement).map((alter) => predictAlter(alter, known)),
  ...predictWhole(statement, known),
];

/** The same for a review: what goes wrong is told with the rules that failed. */
export function predictOrReport(
  statement: Statement,
  known: KnownTables,
  failed: Map<string, string>,
): readonly DdlPrediction[] {
  try {
    return predictDdl(statement, known);
  } catch (fault) {
    failed.set('ddl-prediction', fault instanceof Error ? fault.message : String(fault));
    return [];
  }
}

function predictAlter(alter: AlterTable, known: KnownTables): DdlPrediction {
  const { schema, dialect } = known;
  const name = { schema: alter.name.schema?.name, name: alter.name.name.name };
  const table = schema.tableOf(alter.name);
  const text = name.schema === undefined ? name.name : `${name.schema}.${name.name}`;
  if (!table?.isWhole) return unknown(text, { en: 'The definition of the table is not known.', zh: '表结构未知。' });
  const facts = ddlTableOf(table, known);
  const difference = listChanges(alter, table, dialect);
  const cheapest = wayOf(difference, facts, dialect);
  if (cheapest === undefined) {
    const kinds = difference.changes.map(({ kind }) => kind).join(', ');
    return unknown(text, { en: `Nothing is known of such a change (${kinds}).`, zh: `无法预测此类变更（${kinds}）。` });
  }
  const { way, isRefused } = asAsked(cheapest, alter);
  const words = [...way.reasons, ...(way.algorithm === 'INSTANT' ? missingWords(difference, facts, dialect) : [])];
  return {
    table: text,
    algorithm: way.algorithm,
    rebuilds: way.rebuilds,
    lock: way.lock,
    isRefused,
    reasons: words,
    confidence: isMeasured(dialect) ? 'measured' : 'documented',
    ...estimateOf(way, difference, facts),
  };
}

const unknown = (table: string, reason: Words): DdlPrediction => ({
  table,
  algorithm: undefined,
  rebuilds: undefined,
  lock: undefined,
  isRefused: false,
  reasons: [reason],
  confidence: 'unknown',
  diskBytes: undefined,
  seconds: undefined,
  replicaLagSeconds: undefined,
  assumptions: [],
});

/** The versions that `bench/ddl-prediction.ts` asks. */
const isMeasured = ({ flavour, version: [major, minor] }: Dialect): boolean =>
  flavour === 'mysql' ? major === 9 : major === 10 && minor === 11;

/** What is known of the table besides its definition. */
export function ddlTableOf(table: TableModel, { facts, schema, statisticsOf }: Omit<KnownTables, 'dialect'>): DdlTable {
  const statistics = statisticsOf({ schema: table.schema, name: table.name });
  const mode = variableOf(facts.instance, 'sql_mode');
  return {
    ...(statistics?.rowVersions === undefined ? {} : { rowVersions: statistics.rowVersions }),
    ...(statistics?.hasHiddenDocumentId === undefined ? {} : { hasHiddenDocumentId: statistics.hasHiddenDocumentId }),
    ...(statistics?.rows === undefined ? {} : { rows: statistics.rows }),
    ...(statistics?.dataBytes === undefined ? {} : { dataBytes: statistics.dataBytes }),
    ...(statistics?.indexBytes === undefined ? {} : { indexBytes: statistics.indexBytes }),
    ...(mode === undefined ? {} : { isStrict: /STRICT_(TRANS|ALL)_TABLES|TRADITIONAL/.test(mode) }),
    foreignKeyChecks: isOn(facts.instance, 'foreign_key_checks') === false ? 'off' : 'on',
    referencedColumns: referencedColumns(table, schema),
  };
}

/** Columns that keys point to, of this table or of others. */
export const referencedColumns = (table: TableModel, schema: Schema): readonly string[] =>
  [...schema.listTables()].flatMap(({ foreignKeys }) =>
    foreignKeys
      .filter((key) => schema.tableAt(key.schema, key.table) === table)
      .flatMap((key) => key.foreignColumns.map((name) => name.toLowerCase())),
  );

const order: readonly DdlAlgorithm[] = ['INSTANT', 'NOCOPY', 'INPLACE', 'COPY'];
const locks = ['NONE', 'SHARED', 'EXCLUSIVE'] as const;

/** ALGORITHM and LOCK in the text: what asks for less than possible is refused, what asks for more gets it. */
function asAsked(way: Way, { actions }: AlterTable): { readonly way: Way; readonly isRefused: boolean } {
  const asked = (name: string) => {
    const found = actions.findLast((one): one is Setting => one.kind === 'setting' && one.name === name);
    return wordOf(found?.value)?.toUpperCase();
  };
  const algorithm = order.find((one) => one === asked('ALGORITHM'));
  const lock = locks.find((one) => one === asked('LOCK'));
  const isCheaper = algorithm !== undefined && order.indexOf(algorithm) < order.indexOf(way.algorithm);
  const isLooser = lock !== undefined && locks.indexOf(lock) < locks.indexOf(way.lock);
  if (isCheaper || isLooser) return { way, isRefused: true };
  const copies = algorithm === 'COPY' && way.algorithm !== 'COPY';
  const own = copies ? ({ ...way, algorithm: 'COPY', rebuilds: true, lock: 'SHARED' } as const) : way;
  return { way: lock === undefined ? own : { ...own, lock }, isRefused: false };
}

/** What the prediction takes for granted because nobody looked. */
function missingWords(
  { changes }: Difference,
  { rowVersions }: DdlTable,
  { flavour, versionNumber }: Dialect,
): readonly Words[] {
  const counts = changes.some(({ kind }) => kind === 'add-column' || kind === 'drop-column');
  if (!counts || rowVersions !== undefined || flavour !== 'mysql' || versionNumber < 80_029) return [];
  return [
    {
      en: 'How many row versions are used is not known; at the limit the table is rebuilt.',
      zh: '已用行版本数未知；达到上限时会重建表。',
    },
  ];
}
