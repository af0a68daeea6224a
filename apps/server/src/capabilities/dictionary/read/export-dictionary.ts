import type { DictionaryAsk, DictionaryColumn, DictionaryTable } from '@myriad/contract';
import type { Db } from '../../../platform/database/schema.ts';
import type { Table } from '../../../platform/export/write-rows.ts';
import type { Actor } from '../../../platform/policy/decision.ts';
import { sightOf } from '../../metadata/index.ts';
import { countOf, pageColumns, pageTables } from '../store/pages.ts';
import type { Place } from './cursor.ts';
import { viewColumns, viewTables } from './view-rows.ts';

/** Rows held at once, whatever the length of the file. */
const batch = 500;

export interface DictionaryExport extends Table {
  /** Rows there are by the filter, when the export began. */
  readonly matching: number;
}

type Query = Partial<DictionaryAsk> & { readonly what: 'tables' | 'columns'; readonly limit: number };

/** Everything a filter finds, read page by page while it is sent. */
export async function openExport(db: Db, actor: Actor, query: Query): Promise<DictionaryExport> {
  const asked = { ...query, sight: sightOf(actor) };
  const matching = await countOf(db, asked, query.what);
  if (query.what === 'tables') {
    const rows = walk(
      query.limit,
      (after, limit) => pageTables(db, asked, after, limit),
      (rows) => viewTables(db, rows),
    );
    return { matching, columns: tableColumns, rows: cellsOf(rows, tableCells) };
  }
  const rows = walk(
    query.limit,
    (after, limit) => pageColumns(db, asked, after, limit),
    (rows) => viewColumns(db, rows),
  );
  return { matching, columns: columnColumns, rows: cellsOf(rows, columnCells) };
}

async function* walk<Row extends { readonly sort_key: string; readonly id: string }, Item>(
  most: number,
  read: (after: Place | undefined, limit: number) => Promise<readonly Row[]>,
  view: (rows: readonly Row[]) => Promise<readonly Item[]>,
): AsyncGenerator<Item> {
  let after: Place | undefined;
  for (let left = most; left > 0; ) {
    const limit = Math.min(batch, left);
    const rows = await read(after, limit);
    yield* await view(rows);
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    after = { sortKey: last.sort_key, id: last.id };
    left -= rows.length;
  }
}

async function* cellsOf<Item, Cells>(items: AsyncIterable<Item>, cells: (item: Item) => Cells): AsyncGenerator<Cells> {
  for await (const item of items) yield cells(item);
}

const text = (name: string) => ({ name, type: 'text' as const });
const number = (name: string) => ({ name, type: 'number' as const });
const said = [text('comment'), text('note'), text('owner'), text('owner_from'), text('sensitive')];
const seenAt = { name: 'seen_at', type: 'time' as const };

const tableColumns = [
  ...[text('id'), text('cluster'), text('schema'), text('table'), text('kind'), text('engine')],
  ...[number('rows'), number('data_bytes'), number('index_bytes'), ...said, seenAt],
];
const tableCells = (table: DictionaryTable) => [
  ...[table.id, table.cluster, table.schema, table.name, table.kind, table.engine],
  ...[table.rows, table.dataBytes, table.indexBytes, table.comment, table.note ?? ''],
  ...[table.owner?.name ?? '', table.owner?.from ?? '', table.classes.join(' '), table.seenAt],
];

const columnColumns = [
  ...[text('id'), text('cluster'), text('schema'), text('table'), text('column'), number('position'), text('type')],
  ...[{ name: 'nullable', type: 'boolean' as const }, ...said, seenAt],
];
const columnCells = (column: DictionaryColumn) => [
  ...[column.id, column.cluster, column.schema, column.table, column.name, column.position, column.type],
  ...[column.nullable, column.comment, column.note ?? '', column.owner?.name ?? '', column.owner?.from ?? ''],
  column.tags.map((tag) => `${tag.class}:${tag.state}`).join(' '),
  column.seenAt,
];
