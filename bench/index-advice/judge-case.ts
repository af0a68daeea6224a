import { parseVersion, readColumnStatistics, readForReview, type SqlRow, type SqlRunner } from '@myriad/mysql';
import type { Dialect } from '@myriad/sql';
import { adviseIndexes, columnsAsked, factsFrom, factsNeeded, type IndexAdvice, withColumns } from '@myriad/sql-review';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { countReads, explain } from './count-rows.ts';
import type { AdviceCase } from './make-case.ts';

export interface CaseOutcome {
  readonly advice: readonly IndexAdvice[];
  readonly counts: {
    readonly advice: number;
    /** EXPLAIN of a served statement names it among the possible keys; as its key. */
    readonly known: number;
    readonly chosen: number;
    /** Fewer rows are read in all statements together than without it. */
    readonly fewer: number;
    readonly redundant: number;
    readonly refused: number;
  };
  readonly wrong: readonly string[];
}

/** Advises as the command line does, then makes the indexes and looks what the server does with them; they are dropped again. */
export async function adviseCase(
  connection: Connection,
  made: AdviceCase,
  dialect: Dialect,
  version: string,
): Promise<CaseOutcome> {
  const advice = await adviceFor(connection, made, dialect, version);
  const wrong: string[] = [];
  const counts = { advice: advice.length, known: 0, chosen: 0, fewer: 0, redundant: 0, refused: 0 };
  const present: IndexAdvice[] = [];
  for (const one of advice)
    try {
      await connection.query(one.ddl);
      present.push(one);
    } catch (error) {
      counts.refused += 1;
      wrong.push(`refused: ${one.ddl}: ${String(error)}`);
    }
  await connection.query('ANALYZE TABLE big, line');
  counts.redundant = await countRedundant(connection, advice, dialect, wrong);
  const plans = await Promise.all(made.statements.map((sql) => explain(connection, sql)));
  const withAll = await readsOf(connection, made.statements);
  for (const one of present) {
    if (plans.some(({ possible }) => possible.has(one.index))) counts.known += 1;
    else wrong.push(`not known: ${one.ddl}\n${made.statements.join('\n')}`);
    if (plans.some(({ chosen }) => chosen.has(one.index))) counts.chosen += 1;
    else
      wrong.push(
        `not chosen: ${one.ddl}\n${made.statements.join('\n')}\nestimated ${one.rowsBefore} → ${one.rowsAfter}`,
      );
    await connection.query(one.undo);
    const without = await readsOf(connection, made.statements);
    if (withAll < without || sparesSorting(one)) counts.fewer += 1;
    else wrong.push(`rows ${without} → ${withAll}: ${one.ddl}\n${made.statements.join('\n')}`);
    await connection.query(one.ddl);
  }
  for (const one of present) await connection.query(one.undo);
  return { advice, counts, wrong };
}

/** An index that gives the order or the groups alone reads as many rows, and sorts none. */
const sparesSorting = ({ rowsBefore, rowsAfter }: IndexAdvice): boolean => rowsAfter >= rowsBefore;

async function adviceFor(
  connection: Connection,
  { statements }: AdviceCase,
  dialect: Dialect,
  versionText: string,
): Promise<readonly IndexAdvice[]> {
  const sql: SqlRunner = {
    query: async (text, values = []) => {
      const [rows] = await connection.query<RowDataPacket[]>(text, [...values]);
      return Array.isArray(rows) ? (rows as SqlRow[]) : [];
    },
  };
  const version = parseVersion(versionText, dialect.flavour);
  const sources = [{ name: '', text: statements.join(';\n') }];
  const told = factsFrom(await readForReview(sql, version, factsNeeded(statements.join(';\n'), dialect)), dialect);
  const facts = withColumns(told, await readColumnStatistics(sql, version, columnsAsked(sources, told, dialect)));
  await connection.query('SET SESSION TRANSACTION READ WRITE');
  return adviseIndexes(sources, { dialect, facts }).advice;
}

async function readsOf(connection: Connection, statements: readonly string[]): Promise<number> {
  let sum = 0;
  for (const sql of statements) sum += await countReads(connection, sql);
  return sum;
}

/** By the view of MySQL’s sys schema; MariaDB has none. */
async function countRedundant(
  connection: Connection,
  advice: readonly IndexAdvice[],
  dialect: Dialect,
  wrong: string[],
): Promise<number> {
  if (dialect.flavour !== 'mysql') return 0;
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT redundant_index_name AS name, dominant_index_name AS other FROM sys.schema_redundant_indexes WHERE table_schema = DATABASE()',
  );
  const found = rows.filter(({ name }) => advice.some(({ index }) => index === name));
  for (const { name, other } of found) wrong.push(`redundant: ${name} beside ${other}`);
  return found.length;
}
