import type { Dialect } from '@myriad/sql';
import type { ReviewFacts } from '../facts/facts.ts';
import type { ColumnStatistics, IndexStatistics } from '../facts/statistics.ts';
import { copySchema, emptySchema } from '../schema/schema.ts';
import { columnNamed, primaryKeyOf, type TableModel } from '../schema/table.ts';
import { isLongType } from '../tree/keys.ts';
import { drain } from './drain.ts';
import type { AdviceSource } from './index-advice.ts';
import { readWorkload } from './read-workload.ts';

/** Columns whose values a server should be asked about, of one table. */
export interface AskedColumns {
  readonly table: { readonly schema: string | undefined; readonly name: string };
  readonly columns: readonly string[];
  /** Those of them that are long texts or blobs. */
  readonly long: readonly string[];
  readonly key: readonly string[];
  /** As the server estimates. */
  readonly rows: number | undefined;
}

/** Of so many columns at most: each costs a pass over the sample. */
const mostColumns = 16;

/** What must be known of the values before indexes are weighed: the columns of conditions, of orders and of groups. */
export function columnsAsked(
  sources: readonly AdviceSource[],
  facts: ReviewFacts,
  dialect: Dialect,
): readonly AskedColumns[] {
  const schema = facts.schema ? copySchema(facts.schema) : emptySchema();
  const byTable = new Map<TableModel, Set<string>>();
  for (const { blocks } of drain(readWorkload(sources, schema, dialect)).items)
    for (const { conditions, anyOf, order, group } of blocks) {
      const all = [
        ...conditions,
        ...anyOf.flatMap(({ branches }) => branches.flat()),
        ...(order ?? []),
        ...(group ?? []),
      ];
      for (const { relation, column } of all) {
        if (relation.table === undefined) continue;
        const own = byTable.get(relation.table) ?? new Set();
        byTable.set(relation.table, own);
        if (column) own.add(column.name);
      }
    }
  return [...byTable].map(([table, columns]) => ({
    table: { schema: table.schema, name: table.name },
    columns: [...columns].slice(0, mostColumns),
    long: [...columns].filter((name) => isLongType(columnNamed(table, name)?.type)),
    key: primaryKeyOf(table)?.parts.flatMap(({ column }) => column ?? []) ?? [],
    rows: facts.statistics?.[nameOf(table)]?.rows,
  }));
}

const nameOf = ({ schema, name }: AskedColumns['table']): string =>
  (schema === undefined ? name : `${schema}.${name}`).toLowerCase();

/** The facts with what was found out about columns and indexes. */
export function withColumns(
  facts: ReviewFacts,
  found: readonly {
    readonly table: AskedColumns['table'];
    readonly columns: Readonly<Record<string, ColumnStatistics>>;
    readonly indexes: Readonly<Record<string, IndexStatistics>>;
  }[],
): ReviewFacts {
  const statistics = { ...facts.statistics };
  for (const { table, columns, indexes } of found) {
    const known = statistics[nameOf(table)];
    statistics[nameOf(table)] = {
      ...known,
      columns: { ...known?.columns, ...columns },
      indexes: { ...known?.indexes, ...indexes },
    };
  }
  return { ...facts, statistics };
}
