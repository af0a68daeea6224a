import { z } from 'zod';
import { endpoint, PageQuery, Time, Words } from './endpoint.ts';
import { Dimension } from './inventory-records.ts';
import { text } from './text.ts';

export { inventoryProblems } from './inventory-problems.ts';

/** A condition in the filter language: docs/concepts/inventory.md. */
const Where = z.string().max(4000);
const Ask = z.object({
  where: Where.optional(),
  /** Names with commas: `name,cluster.application.level,label.team,fact.version`; at most 40. */
  fields: z.string().max(4000).optional(),
  /** Names with commas, a minus sorts from the greatest; at most 3. Default: by name. */
  sort: z.string().max(500).optional(),
});
const dimensionParams = z.object({ dimension: z.string().max(64) });
const asked = ['DIMENSION_UNKNOWN', 'FILTER_INVALID'] as const;
export const ExportFormat = z.enum(['csv', 'json', 'ndjson']);
export type ExportFormat = z.infer<typeof ExportFormat>;
/** Rows one export gives at most. */
export const exportRowLimit = 100_000;

export const ColumnView = z
  .object({
    name: z.string(),
    type: z.enum(['text', 'number', 'boolean', 'time', 'date', 'json']),
    words: Words,
    nullable: z.boolean(),
    choices: z.array(z.string()).optional(),
  })
  .meta({ id: 'Column' });
export const DimensionView = z
  .object({
    name: Dimension,
    words: Words,
    columns: z.array(ColumnView),
    /** Other dimensions, by `<name>.<column>`; through `many` a condition asks whether there is one. */
    links: z.array(z.object({ to: Dimension, many: z.boolean() })),
    /** `label.<key>`, `fact.<name>`, `field.<name>`. */
    keyed: z.array(z.object({ name: z.string(), words: Words })),
    fields: z.array(z.string()),
  })
  .meta({ id: 'Dimension' });
export const describeInventory = endpoint({
  id: 'inventory.describe',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/inventory',
  summary: 'The dimensions: columns, links, custom fields, and what is shown when no fields are chosen',
  response: z.object({ items: z.array(DimensionView) }),
});
export const Cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown()), z.looseObject({})]);
/** By the names that were asked for, and always `id`. */
const InventoryRow = z.record(z.string(), Cell).meta({ id: 'InventoryRow' });
export const listInventory = endpoint({
  id: 'inventory.list',
  scope: 'within',
  method: 'GET',
  path: '/api/inventory/:dimension',
  summary: 'Hosts, instances, clusters or applications: any filter, any fields of all four',
  params: dimensionParams,
  query: PageQuery.extend(Ask.shape),
  response: z.object({ fields: z.array(z.string()), items: z.array(InventoryRow), next: z.string().optional() }),
  problems: [...asked],
});
export const countInventory = endpoint({
  id: 'inventory.count',
  scope: 'within',
  method: 'GET',
  path: '/api/inventory/:dimension/count',
  summary: 'How many there are',
  params: dimensionParams,
  query: z.object({ where: Where.optional() }),
  response: z.object({ count: z.number().int() }),
  problems: [...asked],
});
export const ExportQuery = Ask.extend({
  format: ExportFormat.default('csv'),
  limit: z.coerce.number().int().min(1).max(exportRowLimit).default(exportRowLimit),
});
export const exportInventory = endpoint({
  id: 'inventory.export',
  scope: 'within',
  method: 'GET',
  path: '/api/inventory/:dimension/export',
  summary:
    'The same as a file: CSV, JSON or NDJSON, streamed; at most 100,000 rows. Headers x-rows, x-row-limit, x-truncated',
  params: dimensionParams,
  query: ExportQuery,
  response: z.string(),
  problems: [...asked],
});

// The change feed.

export const FeedItem = z
  .object({
    /** Strictly growing. */
    sequence: z.number().int(),
    id: z.string(),
    entity: z.string(),
    entityId: z.string(),
    about: z.enum(['record', 'fact']),
    /** A field of the record, `created`, `removed`, `label.<key>`, `field.<name>`, or a fact's name. */
    name: z.string(),
    before: z.unknown(),
    value: z.unknown(),
    at: Time,
    source: z.string(),
    sourceId: z.string(),
  })
  .meta({ id: 'FeedItem' });
export type FeedItem = z.infer<typeof FeedItem>;
export const readChangeFeed = endpoint({
  id: 'metadata.feed',
  scope: 'within',
  method: 'GET',
  path: '/api/changes/feed',
  summary:
    'Every change in the order of commit, oldest first, none left out; `wait` holds the answer until there is one',
  query: z.object({
    /** `cursor` of the answer before; none: from the beginning; `latest`: from now on. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    /** Seconds. */
    wait: z.coerce.number().int().min(0).max(30).default(0),
  }),
  response: z.object({ items: z.array(FeedItem), cursor: z.string(), more: z.boolean() }),
  problems: ['FEED_CURSOR_UNKNOWN'],
});

// The local console.

export const TableView = z
  .object({
    name: z.string(),
    words: Words,
    key: z.array(z.string()),
    columns: z.array(ColumnView.extend({ editable: z.boolean() })),
    /** Of this table there are columns nobody is shown: secrets, password hashes, raw submissions. */
    hidden: z.array(z.string()),
  })
  .meta({ id: 'Table' });
const tableParams = z.object({ table: z.string().max(64) });
const aboutTables = ['NOT_AN_OPERATOR', 'NOT_AN_ADMINISTRATOR', 'TABLE_NOT_FOUND'] as const;
export const listTables = endpoint({
  id: 'table.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/tables',
  summary: 'Every table of the store one may look into, with its columns',
  response: z.object({ items: z.array(TableView) }),
  problems: ['NOT_AN_OPERATOR'],
});
export const listTableRows = endpoint({
  id: 'table.rows',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/tables/:table/rows',
  summary:
    'Rows of a table; a large table is searched piece by piece, so a page may be short and still have a next one',
  params: tableParams,
  query: PageQuery.extend(Ask.shape),
  response: z.object({
    fields: z.array(z.string()),
    /** `key` for the edit of a row; `cells` in the order of `fields`. */
    items: z.array(z.object({ key: z.string(), cells: z.array(Cell) })),
    next: z.string().optional(),
  }),
  problems: [...aboutTables, 'FILTER_INVALID', 'TABLE_TOO_LARGE_TO_SORT'],
});
export const exportTable = endpoint({
  id: 'table.export',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/tables/:table/export',
  summary: 'The same as a file, at most 100,000 rows; leaves an audit row',
  params: tableParams,
  query: ExportQuery.omit({ sort: true }),
  response: z.string(),
  writes: true,
  problems: [...aboutTables, 'FILTER_INVALID'],
});
export const editTableRow = endpoint({
  id: 'table.edit',
  scope: 'everywhere',
  method: 'PATCH',
  path: '/api/tables/:table/rows/:key',
  summary: 'Change columns of one row through the use case that owns them; its rules hold here too',
  params: tableParams.extend({ key: z.string().max(400) }),
  body: z.object({
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** Stands in the audit log. */
    reason: text(500).min(1).optional(),
  }),
  response: z.object({ key: z.string() }),
  problems: [...aboutTables, 'TABLE_ROW_NOT_FOUND', 'COLUMN_READ_ONLY'],
});
