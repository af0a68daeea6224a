import { createIndex, type Migration } from '../database/migration.ts';

export const httpMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-http-01-idempotency-key',
    up: (_db, columns) =>
      columns
        .table('idempotency_key')
        .addColumn('id', columns.str(64), (column) => column.primaryKey())
        .addColumn('input_hash', columns.str(64), (column) => column.notNull())
        .addColumn('life', columns.str(36), (column) => column.notNull())
        .addColumn('answer', columns.text())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .addColumn('expires_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-http-02-idempotency-key-expiry',
    up: (db, columns) => createIndex(db, columns, 'idempotency_key_expiry', 'idempotency_key', ['expires_at']),
  },
];
