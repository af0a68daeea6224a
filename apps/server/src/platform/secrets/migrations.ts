import { createIndex, type Migration } from '../database/migration.ts';

export const secretMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-secrets-01-secret',
    up: (_db, columns) =>
      columns
        .table('secret')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('kind', columns.str(20), (column) => column.notNull())
        .addColumn('label', columns.str(190), (column) => column.notNull())
        .addColumn('sealed', columns.text(), (column) => column.notNull())
        .addColumn('key_id', columns.str(40), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-secrets-02-secret-key',
    up: (db, columns) => createIndex(db, columns, 'secret_key', 'secret', ['key_id']),
  },
];
