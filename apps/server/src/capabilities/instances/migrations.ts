import type { Migration } from '../../platform/database/migration.ts';

export const instanceMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-instances-01-server-package',
    up: async (_db, c) =>
      c
        .table('server_package')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('flavor', c.str(10), (col) => col.notNull())
        .addColumn('version', c.str(40), (col) => col.notNull())
        .addColumn('architecture', c.str(20), (col) => col.notNull())
        .addColumn('sha256', c.str(64), (col) => col.notNull().unique())
        .addColumn('size_bytes', c.int(), (col) => col.notNull())
        .addColumn('signature', c.str(10), (col) => col.notNull())
        .addColumn('source', c.str(20), (col) => col.notNull())
        .addColumn('file', c.text(), (col) => col.notNull())
        .addColumn('plugins', c.text(), (col) => col.notNull())
        .addColumn('needs_glibc', c.str(20), (col) => col.notNull())
        .addColumn('added_at', c.int(), (col) => col.notNull())
        .execute(),
  },
];
