import { createIndex, type Migration } from '../database/migration.ts';

export const outboxMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-outbox-01-outbox',
    up: (_db, columns) =>
      columns
        .table('outbox')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('kind', columns.str(100), (column) => column.notNull())
        .addColumn('payload', columns.text(), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .addColumn('due_at', columns.int(), (column) => column.notNull())
        .addColumn('attempts', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-outbox-02-outbox-due',
    up: (db, columns) => createIndex(db, columns, 'outbox_due', 'outbox', ['due_at']),
  },
];
