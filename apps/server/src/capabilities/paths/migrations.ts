import type { Migration } from '../../platform/database/migration.ts';

export const pathMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-paths-01-host-key',
    up: (_db, columns) =>
      columns
        .table('host_key')
        .addColumn('endpoint', columns.str(190), (column) => column.notNull())
        .addColumn('fingerprint', columns.str(64), (column) => column.notNull())
        .addColumn('first_seen_at', columns.int(), (column) => column.notNull())
        .addPrimaryKeyConstraint('host_key_pk', ['endpoint', 'fingerprint'])
        .execute(),
  },
];
