import { createIndex, type Migration } from '../../platform/database/migration.ts';

export const savedFilterMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-saved-filters-01-saved-filter',
    up: (_db, c) =>
      c
        .table('saved_filter')
        .addColumn('id', c.str(64), (col) => col.primaryKey())
        .addColumn('user_id', c.str(40), (col) => col.notNull())
        .addColumn('page', c.str(80), (col) => col.notNull())
        .addColumn('name', c.str(60), (col) => col.notNull())
        .addColumn('address', c.text(), (col) => col.notNull())
        .addColumn('changed_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-saved-filters-02-of-person',
    up: (db, c) => createIndex(db, c, 'saved_filter_of_person', 'saved_filter', ['user_id', 'page', 'name']),
  },
];
