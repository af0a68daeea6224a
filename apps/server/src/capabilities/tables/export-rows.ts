import type { Table } from '../../platform/export/write-rows.ts';
import type { Cell } from '../../platform/filter/read-rows.ts';
import type { Scalar } from '../../platform/filter/rows-query.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { type AskedRows, askRows, type RowsQuery, readPiece } from './list-rows.ts';
import { getTable } from './list-tables.ts';
import type { TableParts } from './parts.ts';

const batch = 500;

/** All rows a filter finds, newest first, read piece by piece while they are sent. */
export async function exportRows(
  parts: Pick<TableParts, 'db'>,
  actor: Actor,
  name: string,
  query: Omit<RowsQuery, 'sort'> & { readonly limit: number },
): Promise<Table> {
  const { collection } = await getTable(parts, actor, name);
  const asked = askRows(collection, query);
  return {
    columns: asked.fields.map(({ name: column, column: { type } }) => ({ name: column, type })),
    rows: walk(parts, asked, query.limit),
  };
}

async function* walk({ db }: Pick<TableParts, 'db'>, asked: AskedRows, most: number): AsyncGenerator<readonly Cell[]> {
  let after: readonly Scalar[] | undefined;
  for (let left = most; left > 0; ) {
    const { rows, next } = await readPiece(db, asked, after, Math.min(batch, left));
    for (const { cells } of rows) yield cells;
    left -= rows.length;
    if (!next) return;
    after = next;
  }
}
