import type { ColumnStatistics, TableStatistics } from '../facts/statistics.ts';
import { type ColumnModel, isSame, isUniqueIndex, type TableModel } from '../schema/table.ts';
import { sizeOf } from '../tree/calls.ts';
import type { Condition } from './block.ts';

export type StatisticsOf = (table: TableModel) => TableStatistics | undefined;

/** Rows of a table nobody counted: large enough that a scan of it matters. */
const assumedRows = 100_000;

export const rowsOf = (table: TableModel, statisticsOf: StatisticsOf): number =>
  Math.max(1, statisticsOf(table)?.rows ?? assumedRows);

/** Different values of a column, and whether somebody looked or it is guessed from its type. */
export function distinctOf(
  column: ColumnModel,
  table: TableModel,
  statisticsOf: StatisticsOf,
): { readonly count: number; readonly isKnown: boolean } {
  const statistics = statisticsOf(table);
  const rows = rowsOf(table, statisticsOf);
  const key = column.name.toLowerCase();
  const known = statistics?.columns?.[key]?.distinct;
  if (known !== undefined) return { count: Math.max(1, known), isKnown: true };
  for (const index of table.indexes) {
    const [first, ...others] = index.parts;
    if (first === undefined || others.length > 0 || !isSame(first.column, column.name)) continue;
    if (isUniqueIndex(index)) return { count: rows, isKnown: true };
    const cardinality = statistics?.indexes?.[index.name.toLowerCase()]?.cardinality;
    if (cardinality !== undefined) return { count: Math.max(1, cardinality), isKnown: true };
  }
  return { count: Math.min(rows, guessOf(column, rows)), isKnown: false };
}

function guessOf({ type }: ColumnModel, rows: number): number {
  if (type === undefined) return 10;
  const size = sizeOf(type);
  if (type.name === 'ENUM' || type.name === 'SET') return Math.max(2, type.values.length);
  if (type.name === 'BOOL' || type.name === 'BOOLEAN' || (type.name === 'TINYINT' && size === 1)) return 2;
  if (type.name === 'TINYINT' || type.name === 'YEAR' || (type.name === 'CHAR' && size === 1)) return 20;
  if (type.name === 'BIT') return 2 ** Math.min(8, size ?? 1);
  if (type.name === 'DATE') return 1000;
  // Careful: with few values an index must hold more than one column to be worth much.
  return Math.max(20, Math.sqrt(rows));
}

/** Shares of rows that ranges leave, where nobody knows the values. */
const shares = { half: 0.2, between: 0.1, prefix: 0.02 } as const;
const temporal: ReadonlySet<string> = new Set(['DATE', 'DATETIME', 'TIMESTAMP']);
const nullShare = 0.1;

/** Share of the rows of its table that a condition leaves, 0–1. */
export function selectivityOf(condition: Condition, statisticsOf: StatisticsOf): number {
  const { relation, column, kind, isNull, values, spread } = condition;
  const { table } = relation;
  if (table === undefined) return 1;
  if (column === undefined) return Math.min(0.5, values / Math.max(20, Math.sqrt(rowsOf(table, statisticsOf))));
  if (isNull) return statisticsOf(table)?.columns?.[column.name.toLowerCase()]?.nullShare ?? nullShare;
  if (kind === 'range') {
    const share = boundedShare(condition, statisticsOf(table)?.columns?.[column.name.toLowerCase()]);
    if (share !== undefined) return share;
    return spread === 'half' && temporal.has(column.type?.name ?? '') ? 0.1 : shares[spread];
  }
  const { count: own, isKnown } = distinctOf(column, table, statisticsOf);
  const count = isKnown ? own : Math.max(own, partnerCount(condition, table, statisticsOf));
  return Math.min(kind === 'in' ? 0.95 : 1, values / count);
}

/** Where the ends of a range lie between the lowest and the highest value. */
function boundedShare({ bounds }: Condition, statistics: ColumnStatistics | undefined): number | undefined {
  if (bounds === undefined || (bounds[0] === '' && bounds[1] === '')) return undefined;
  const [low, high] = [pointOf(statistics?.low), pointOf(statistics?.high)];
  const [from, to] = [bounds[0] === '' ? low : pointOf(bounds[0]), bounds[1] === '' ? high : pointOf(bounds[1])];
  if (low === undefined || high === undefined || from === undefined || to === undefined || high <= low)
    return undefined;
  const inside = Math.min(to, high) - Math.max(from, low);
  return Math.min(1, Math.max(inside / (high - low), 0.0001));
}

/** A number, or a moment; texts have no distance. */
function pointOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  const moment = /\d{4}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

/** A column that is joined to a key has about as many values as the key, and rows to share them. */
function partnerCount({ partner }: Condition, table: TableModel, statisticsOf: StatisticsOf): number {
  const other = partner?.relation.table;
  if (partner === undefined || other === undefined) return 0;
  const { count, isKnown } = distinctOf(partner.column, other, statisticsOf);
  return isKnown ? Math.min(count, rowsOf(table, statisticsOf) / 2) : 0;
}
