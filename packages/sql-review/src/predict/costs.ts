import type { Dialect } from '@myriad/sql';
import type { ChangeKind, Cost, CostRow } from './change.ts';
import { mariadbCosts } from './rules-mariadb.ts';
import { mysqlCosts } from './rules-mysql.ts';

const byKind = (rows: readonly CostRow[]) =>
  new Map(
    [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => [kind, own.toSorted((a, b) => a.from - b.from)]),
  );

const rowsOf = { mysql: byKind(mysqlCosts), mariadb: byKind(mariadbCosts) };

/** The row of the newest version that is not newer than the server; `undefined`: nobody told. */
export const costOf = (kind: ChangeKind, { flavour, versionNumber }: Dialect): Cost | undefined =>
  rowsOf[flavour].get(kind)?.findLast(({ from }) => from <= versionNumber)?.cost;
