import { sortKeyOf } from '../apps/server/src/capabilities/dictionary/object-id.ts';
import { rulesInForce } from '../apps/server/src/capabilities/dictionary/rules/rules-in-force.ts';
import type { Database, Db } from '../apps/server/src/platform/database/schema.ts';

/** 100,000 columns in 10,000 tables of 500 schemas, on 250 clusters. */
export const dictionarySize = {
  clusters: 250,
  schemas: 500,
  tables: 10_000,
  columns: 100_000,
  indexes: 20_000,
} as const;

type Add = <Table extends keyof Database>(table: Table, count: number, row: (n: number) => object) => Promise<void>;

const day = 24 * 3_600_000;
const nouns = ['order', 'visit', 'person', 'payment', 'parcel', 'invoice', 'seat', 'ticket', 'rate', 'note'] as const;
const columnNames = [
  'id',
  'name',
  'phone',
  'email',
  'amount',
  'state',
  'opened_at',
  'closed_at',
  'note',
  'owner',
] as const;

/** Fills a store with what deep looks kept, judged by the rules that are in force. */
export async function fillLargeDictionary(
  db: Db,
  add: Add,
  now: number,
  clusterId: (n: number) => string,
): Promise<void> {
  const { clusters, schemas, tables, columns, indexes } = dictionarySize;
  const { mark } = await rulesInForce(db);
  const clusterOf = (schema: number) => clusterId(schema % clusters);
  const schemaName = (n: number) => `shop_${String(n).padStart(3, '0')}`;
  const tableName = (n: number) => `${nouns[n % nouns.length]}_${String(Math.floor(n / schemas)).padStart(3, '0')}`;
  const id = (letter: string, n: number) => `${letter}${String(n).padStart(7, '0')}`;
  const seen = { seen_at: now, gone_at: null };
  const use = (n: number) => ({ reads: 1, writes: 1, quiet_since: n % 10 === 0 ? now - 30 * day : null });
  await add('dictionary_look', clusters, (n) => ({
    ...{ cluster_id: clusterId(n), at: now, use_known: 1 },
    details: JSON.stringify({
      ...{ from: { instanceId: 'i', name: 'db' }, tables: 40, columns: 400, skipped: [], missing: [] },
      use: { known: true, since: now - 60 * day, members: [] },
    }),
  }));
  await add('dictionary_schema', schemas, (n) => ({
    ...{ id: id('ds', n), cluster_id: clusterOf(n), name: schemaName(n), sort_key: sortKeyOf(schemaName(n)) },
    ...{ character_set: 'utf8mb4', collation: 'utf8mb4_bin', tables: 20, search_text: schemaName(n), ...seen },
  }));
  const inTable = (n: number) => ({
    ...{ cluster_id: clusterOf(n % schemas), schema_name: schemaName(n % schemas), table_name: tableName(n) },
    table_id: id('dt', n),
  });
  await add('dictionary_table', tables, (n) => ({
    ...{ id: id('dt', n), cluster_id: clusterOf(n % schemas), schema_id: id('ds', n % schemas) },
    ...{ schema_name: schemaName(n % schemas), name: tableName(n), kind: 'table', engine: 'InnoDB' },
    ...{ sort_key: sortKeyOf(schemaName(n % schemas), tableName(n)), row_estimate: n, data_bytes: n * 1e6 },
    ...{
      index_bytes: n * 1e5,
      comment: '',
      search_text: `${schemaName(n % schemas)} ${tableName(n)}`,
      ...use(n),
      ...seen,
    },
  }));
  await add('dictionary_column', columns, (n) => {
    const [table, position] = [Math.floor(n / 10), n % 10];
    const of = inTable(table);
    const name = columnNames[position];
    return {
      ...{ ...of, id: id('dc', n), schema_id: id('ds', table % schemas), name, type: 'varchar(100)', comment: '' },
      ...{ sort_key: sortKeyOf(of.schema_name, of.table_name, String(position).padStart(4, '0')), extra: '' },
      ...{ judged: mark, position: position + 1, nullable: 1, search_text: `${of.table_name} ${name}`, ...seen },
    };
  });
  await add('dictionary_index', indexes, (n) => {
    const of = inTable(n >> 1);
    const name = n % 2 ? 'by_name' : 'PRIMARY';
    return {
      ...{ ...of, id: id('di', n), name, kind: 'BTREE', is_unique: n % 2 ? 0 : 1, column_names: '["id"]' },
      ...{ sort_key: sortKeyOf(of.schema_name, of.table_name, name), ...use(n >> 1), ...seen },
    };
  });
  // Every second phone is sensitive by a rule; one class is rare.
  await add('dictionary_tag', tables / 2, (n) => ({
    ...{
      object_id: id('dc', n * 20 + 2),
      class: n % 500 === 0 ? 'health' : 'phone',
      cluster_id: inTable(n * 2).cluster_id,
    },
    ...{ table_id: id('dt', n * 2), state: n % 3 ? 'suggested' : 'confirmed', source: 'rule', rule_id: 'r' },
    ...{ decided_by: null, at: now },
  }));
}
