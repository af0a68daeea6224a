import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { orUnknown } from './refused.ts';
import type { ReviewedTable } from './review-statements.ts';
import {
  childTables,
  engineFacts,
  findsChildrenByIndex,
  mostTablesToWalk,
  tablesToWalk,
} from './table-fact-statements.ts';

/** Of one table. An absent value is not known. */
export interface EngineFacts {
  readonly rowVersions?: number;
  readonly hasHiddenDocumentId?: boolean;
}

export interface FactsOfChanged {
  /** What only the engine knows of a table; nothing where it was not asked. */
  readonly engineOf: (table: ReviewedTable) => EngineFacts;
  /** Tables whose foreign keys point to one of those asked for. */
  readonly children: readonly ReviewedTable[];
  /** False: which ones they are could not be asked. */
  readonly seesChildren: boolean;
}

/**
 * Asked once for all changed tables, as the engine's lists are walked whole whatever one asks of them. Not asked at all where the
 * server has too many tables or cannot count them in time; after the first that takes too long or is refused, none is walked any more.
 * @throws where the connection is lost
 */
export async function readFactsOfChanged(
  sql: SqlRunner,
  version: Version,
  tables: readonly ReviewedTable[],
  current: string | undefined,
): Promise<FactsOfChanged> {
  if (tables.length === 0) return { engineOf: () => ({}), children: [], seesChildren: false };
  const asked = {
    input: { tables: tables.length },
    values: tables.flatMap(({ schema, name }) => [schema ?? null, name]),
  };
  const isSmall = await hasFewTables(sql, version);
  const rows = isSmall ? await orUnknown(send(sql, version, engineFacts, asked)) : undefined;
  const mayAsk = findsChildrenByIndex(version) || rows !== undefined;
  const found = mayAsk ? await orUnknown(send(sql, version, childTables, asked)) : undefined;
  const known = new Map((rows ?? []).map((row) => [textOf(row.name).toLowerCase(), row]));
  return {
    engineOf: ({ schema, name }) => {
      const row = known.get(`${schema ?? current ?? ''}/${name}`.toLowerCase());
      if (row === undefined) return {};
      const rowVersions = numberOf(row.row_versions);
      const hasHiddenDocumentId = (numberOf(row.document_ids) ?? 0) > 0;
      return { ...(rowVersions === null ? {} : { rowVersions }), hasHiddenDocumentId };
    },
    children: (found ?? []).map((row) => ({ schema: textOf(row.schema), name: textOf(row.name) })),
    seesChildren: found !== undefined,
  };
}

async function hasFewTables(sql: SqlRunner, version: Version): Promise<boolean> {
  const [row] = (await orUnknown(send(sql, version, tablesToWalk))) ?? [];
  const found = row ? numberOf(row.found) : null;
  return found !== null && found <= mostTablesToWalk;
}
