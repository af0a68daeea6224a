import type { ColumnFacts, IndexFacts, SchemaFacts, TableFacts } from '@myriad/mysql';
import { harmlessText } from '../../findings/index.ts';
import { objectIdOf, sortKeyOf } from '../object-id.ts';
import type { ColumnRow, IndexRow, SchemaRow, TableRow } from '../store/rows-of-batch.ts';

/** Names are hostile texts: shown without what cannot be seen; who they are says the id. */
const name = (text: string) => harmlessText(text, 64);
const comment = (text: string) => harmlessText(text, 2048);
const searchText = (...parts: readonly string[]) => parts.join(' ').toLowerCase();

interface Seen {
  readonly clusterId: string;
  readonly at: number;
}

export const schemaRow = (
  { clusterId, at }: Seen,
  { name: exact, characterSet, collation, tables }: SchemaFacts,
): SchemaRow => ({
  id: objectIdOf(clusterId, 'schema', exact),
  ...{ cluster_id: clusterId, name: name(exact), sort_key: sortKeyOf(name(exact)), tables },
  ...{ character_set: name(characterSet), collation: name(collation), search_text: searchText(name(exact)) },
  ...{ seen_at: at, gone_at: null },
});

/** Use is put in by whoever knows it. */
type Plain<Row> = Omit<Row, 'reads' | 'writes' | 'quiet_since'>;

export function tableRow({ clusterId, at }: Seen, table: TableFacts): Plain<TableRow> {
  const [schema, own, said] = [name(table.schema), name(table.name), comment(table.comment)];
  return {
    id: objectIdOf(clusterId, 'table', table.schema, table.name),
    ...{ cluster_id: clusterId, schema_id: objectIdOf(clusterId, 'schema', table.schema), schema_name: schema },
    ...{ name: own, sort_key: sortKeyOf(schema, own), kind: table.kind, engine: name(table.engine), comment: said },
    ...{ row_estimate: table.rows, data_bytes: table.dataBytes, index_bytes: table.indexBytes },
    ...{ search_text: searchText(`${schema}.${own}`, said), seen_at: at, gone_at: null },
  };
}

export function columnRow({ clusterId, at }: Seen, column: ColumnFacts): ColumnRow {
  const [schema, table, own] = [name(column.schema), name(column.table), name(column.name)];
  const said = comment(column.comment);
  const place = String(column.position).padStart(5, '0');
  return {
    id: objectIdOf(clusterId, 'column', column.schema, column.table, column.name),
    ...{ cluster_id: clusterId, schema_id: objectIdOf(clusterId, 'schema', column.schema) },
    ...{ table_id: objectIdOf(clusterId, 'table', column.schema, column.table), schema_name: schema },
    ...{ table_name: table, name: own, sort_key: sortKeyOf(schema, table, place), position: column.position },
    ...{ type: comment(column.type), nullable: column.nullable ? 1 : 0, extra: harmlessText(column.extra, 128) },
    ...{ comment: said, search_text: searchText(`${schema}.${table}.${own}`, said), judged: '' },
    ...{ seen_at: at, gone_at: null },
  };
}

export function indexRow({ clusterId, at }: Seen, index: IndexFacts): Plain<IndexRow> {
  const [schema, table, own] = [name(index.schema), name(index.table), name(index.name)];
  return {
    id: objectIdOf(clusterId, 'index', index.schema, index.table, index.name),
    ...{ cluster_id: clusterId, table_id: objectIdOf(clusterId, 'table', index.schema, index.table) },
    ...{ schema_name: schema, table_name: table, name: own, sort_key: sortKeyOf(schema, table, own) },
    ...{ is_unique: index.unique ? 1 : 0, kind: harmlessText(index.kind, 32) },
    ...{ column_names: JSON.stringify(index.columns.map(name)), seen_at: at, gone_at: null },
  };
}
