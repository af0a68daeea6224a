import { type Columns, createIndex, type Migration } from '../../platform/database/migration.ts';
import { fleetMigrations } from './fleet/migrations.ts';

const seen = (table: ReturnType<Columns['table']>, c: Columns) =>
  table.addColumn('seen_at', c.int(), (col) => col.notNull()).addColumn('gone_at', c.int());
const use = (table: ReturnType<Columns['table']>, c: Columns) =>
  table.addColumn('reads', c.int()).addColumn('writes', c.int()).addColumn('quiet_since', c.int());
/** Texts of these lengths that are always there. */
const texts = (table: ReturnType<Columns['table']>, c: Columns, lengths: Readonly<Record<string, number>>) =>
  Object.entries(lengths).reduce(
    (made, [name, length]) => made.addColumn(name, c.str(length), (col) => col.notNull()) as typeof made,
    table,
  );
const longTexts = (table: ReturnType<Columns['table']>, c: Columns, names: readonly string[]) =>
  names.reduce((made, name) => made.addColumn(name, c.text(), (col) => col.notNull()) as typeof made, table);
/** A table known by its `id`. */
const withId = (name: string, c: Columns) => c.table(name).addColumn('id', c.str(64), (col) => col.primaryKey());

const index = (id: string, name: string, table: string, on: readonly string[]): Migration => ({
  id: `2026-11-22-dictionary-${id}`,
  up: (db, c) => createIndex(db, c, name, table, on),
});

export const dictionaryMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-dictionary-01-schema',
    up: (_db, c) => {
      const made = texts(withId('dictionary_schema', c), c, {
        ...{ cluster_id: 40, name: 80, sort_key: 190, character_set: 80, collation: 80 },
      }).addColumn('tables', c.int());
      return seen(longTexts(made, c, ['search_text']), c).execute();
    },
  },
  {
    id: '2026-11-22-dictionary-02-table',
    up: (_db, c) => {
      const made = texts(withId('dictionary_table', c), c, {
        ...{ cluster_id: 40, schema_id: 64, schema_name: 80, name: 80, sort_key: 190, kind: 10, engine: 80 },
      })
        .addColumn('row_estimate', c.int())
        .addColumn('data_bytes', c.int())
        .addColumn('index_bytes', c.int());
      return seen(use(longTexts(made, c, ['comment', 'search_text']), c), c).execute();
    },
  },
  {
    id: '2026-11-22-dictionary-03-column',
    up: (_db, c) => {
      const made = texts(withId('dictionary_column', c), c, {
        ...{ cluster_id: 40, schema_id: 64, table_id: 64, schema_name: 80, table_name: 80, name: 80, sort_key: 190 },
        ...{ extra: 160, judged: 20 },
      })
        .addColumn('position', c.int(), (col) => col.notNull())
        .addColumn('nullable', c.bool(), (col) => col.notNull());
      return seen(longTexts(made, c, ['type', 'comment', 'search_text']), c).execute();
    },
  },
  {
    id: '2026-11-22-dictionary-04-index',
    up: (_db, c) => {
      const made = texts(withId('dictionary_index', c), c, {
        ...{ cluster_id: 40, table_id: 64, schema_name: 80, table_name: 80, name: 80, sort_key: 190, kind: 40 },
      }).addColumn('is_unique', c.bool(), (col) => col.notNull());
      return seen(use(longTexts(made, c, ['column_names']), c), c).execute();
    },
  },
  {
    id: '2026-11-22-dictionary-05-growth',
    up: (_db, c) =>
      c
        .table('dictionary_growth')
        .addColumn('table_id', c.str(64), (col) => col.notNull())
        .addColumn('day', c.int(), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('row_estimate', c.int())
        .addColumn('data_bytes', c.int())
        .addColumn('index_bytes', c.int())
        .addPrimaryKeyConstraint('dictionary_growth_key', ['table_id', 'day'])
        .execute(),
  },
  {
    id: '2026-11-22-dictionary-06-note',
    up: (_db, c) => {
      const made = c.table('dictionary_note').addColumn('object_id', c.str(64), (col) => col.primaryKey());
      return longTexts(texts(made, c, { cluster_id: 40, subject: 300, owner: 100, changed_by: 100 }), c, [
        'note',
        'search_text',
      ])
        .addColumn('changed_at', c.int(), (col) => col.notNull())
        .execute();
    },
  },
  {
    id: '2026-11-22-dictionary-07-tag',
    up: (_db, c) =>
      texts(c.table('dictionary_tag'), c, { cluster_id: 40, table_id: 64, state: 20, source: 10 })
        .addColumn('object_id', c.str(64), (col) => col.notNull())
        .addColumn('class', c.str(40), (col) => col.notNull())
        .addColumn('rule_id', c.str(64))
        .addColumn('decided_by', c.str(100))
        .addColumn('at', c.int(), (col) => col.notNull())
        .addPrimaryKeyConstraint('dictionary_tag_key', ['object_id', 'class'])
        .execute(),
  },
  {
    id: '2026-11-22-dictionary-08-rule',
    up: (_db, c) =>
      longTexts(texts(withId('dictionary_rule', c), c, { name: 80, class: 40, changed_by: 100 }), c, ['patterns'])
        .addColumn('enabled', c.bool(), (col) => col.notNull())
        .addColumn('changed_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-dictionary-09-look',
    up: (_db, c) =>
      longTexts(
        c.table('dictionary_look').addColumn('cluster_id', c.str(40), (col) => col.primaryKey()),
        c,
        ['details'],
      )
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('use_known', c.bool(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-dictionary-10-change',
    up: (_db, c) =>
      texts(withId('dictionary_change', c), c, { cluster_id: 40, object_id: 64, by: 100, subject: 300, field: 60 })
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('before_value', c.text())
        .addColumn('after_value', c.text())
        .execute(),
  },
  index('11-schema-in-order', 'dictionary_schema_in_order', 'dictionary_schema', ['sort_key', 'id']),
  index('12-schema-of-cluster', 'dictionary_schema_of_cluster', 'dictionary_schema', ['cluster_id', 'sort_key', 'id']),
  index('13-table-in-order', 'dictionary_table_in_order', 'dictionary_table', ['sort_key', 'id']),
  index('14-table-of-cluster', 'dictionary_table_of_cluster', 'dictionary_table', ['cluster_id', 'sort_key', 'id']),
  index('15-column-in-order', 'dictionary_column_in_order', 'dictionary_column', ['sort_key', 'id']),
  index('16-column-of-cluster', 'dictionary_column_of_cluster', 'dictionary_column', ['cluster_id', 'sort_key', 'id']),
  index('17-column-of-table', 'dictionary_column_of_table', 'dictionary_column', ['table_id']),
  index('18-column-judged', 'dictionary_column_judged', 'dictionary_column', ['judged']),
  index('19-index-of-table', 'dictionary_index_of_table', 'dictionary_index', ['table_id']),
  index('20-index-quiet', 'dictionary_index_quiet', 'dictionary_index', ['cluster_id', 'quiet_since']),
  index('21-table-quiet', 'dictionary_table_quiet', 'dictionary_table', ['cluster_id', 'quiet_since']),
  index('22-tag-by-class', 'dictionary_tag_by_class', 'dictionary_tag', ['class', 'state']),
  index('23-tag-of-table', 'dictionary_tag_of_table', 'dictionary_tag', ['table_id']),
  index('24-change-of-object', 'dictionary_change_of_object', 'dictionary_change', ['cluster_id', 'object_id', 'at']),
  index('25-change-by-time', 'dictionary_change_by_time', 'dictionary_change', ['at']),
  index('26-growth-by-time', 'dictionary_growth_by_time', 'dictionary_growth', ['at']),
  index('27-column-by-time', 'dictionary_column_by_time', 'dictionary_column', ['seen_at']),
  index('28-index-by-time', 'dictionary_index_by_time', 'dictionary_index', ['seen_at']),
  ...fleetMigrations,
];
