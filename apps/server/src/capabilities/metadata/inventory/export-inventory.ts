import type { Reader } from '../../../platform/database/schema.ts';
import type { Table } from '../../../platform/export/write-rows.ts';
import { countRows, readRows } from '../../../platform/filter/read-rows.ts';
import type { Scalar } from '../../../platform/filter/rows-query.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { type Asked, askInventory, type InventoryParts, type InventoryQuery } from './ask-inventory.ts';

/** Rows read at once; what an export holds in memory, whatever its length. */
const batch = 1000;

export interface Extract extends Table {
  /** Rows there are by the filter, when the export began. */
  readonly matching: number;
}

/**
 * Everything a filter finds, as a table whose rows are read page by page while they are sent. Each row is as it was when its page
 * was read: one that is added or renamed meanwhile may be missed, none comes twice by its id within an order that stands still.
 */
export async function exportInventory(
  parts: InventoryParts,
  actor: Actor,
  dimension: string,
  query: InventoryQuery & { readonly limit: number },
): Promise<Extract> {
  const asked = await askInventory(parts, actor, dimension, query);
  const names = asked.fields.map(({ name }) => name);
  const columns = asked.fields.map(({ name, column: { type } }) => ({ name, type }));
  return {
    columns: names.includes('id') ? columns : [{ name: 'id', type: 'text' }, ...columns],
    matching: await countRows(parts.db, asked),
    rows: names.includes('id')
      ? walk(parts.db, asked, query.limit, (_key, cells) => cells)
      : walk(parts.db, asked, query.limit, (key, cells) => [String(key[0]), ...cells]),
  };
}

type Cells = Awaited<ReturnType<typeof readRows>>[number]['cells'];

async function* walk(
  db: Reader,
  asked: Asked,
  most: number,
  rowOf: (key: readonly Scalar[], cells: Cells) => Cells,
): AsyncGenerator<Cells> {
  let after: readonly Scalar[] | undefined;
  for (let left = most; left > 0; ) {
    const limit = Math.min(batch, left);
    const rows = await readRows(db, { ...asked, after, limit });
    for (const { key, cells } of rows) yield rowOf(key, cells);
    after = rows.at(-1)?.place;
    left -= rows.length;
    if (rows.length < limit) return;
  }
}
