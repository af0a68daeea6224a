import type { Migration } from '../database/migration.ts';

export const certificateMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-certificates-01-authority',
    up: (_db, columns) =>
      columns
        .table('certificate_authority')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('generation', columns.int(), (column) => column.notNull().unique())
        .addColumn('common_name', columns.str(190), (column) => column.notNull())
        .addColumn('certificate', columns.text(), (column) => column.notNull())
        .addColumn('secret_id', columns.str(36), (column) => column.notNull())
        .addColumn('not_after', columns.int(), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-certificates-02-certificate',
    up: (_db, columns) =>
      columns
        .table('certificate')
        .addColumn('subject', columns.str(100), (column) => column.primaryKey())
        .addColumn('server_name', columns.str(190), (column) => column.notNull())
        .addColumn('names', columns.text(), (column) => column.notNull())
        .addColumn('certificate', columns.text(), (column) => column.notNull())
        .addColumn('secret_id', columns.str(36), (column) => column.notNull())
        .addColumn('authority_id', columns.str(36), (column) => column.notNull())
        .addColumn('not_after', columns.int(), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
];
