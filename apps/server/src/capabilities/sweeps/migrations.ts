import { createIndex, type Migration } from '../../platform/database/migration.ts';

export const sweepMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-sweeps-01-portrait',
    up: async (_db, c) =>
      c
        .table('instance_portrait')
        .addColumn('instance_id', c.str(40), (col) => col.primaryKey())
        .addColumn('read_at', c.int(), (col) => col.notNull())
        .addColumn('packed', c.text(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-sweeps-02-change',
    up: async (_db, c) =>
      c
        .table('portrait_change')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('instance_id', c.str(40), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('part', c.str(20), (col) => col.notNull())
        .addColumn('name', c.str(500), (col) => col.notNull())
        .addColumn('before_value', c.text())
        .addColumn('after_value', c.text())
        .execute(),
  },
  {
    id: '2026-11-22-sweeps-03-change-by-instance',
    up: (db, c) => createIndex(db, c, 'portrait_change_by_instance', 'portrait_change', ['instance_id', 'at', 'id']),
  },
  {
    id: '2026-11-22-sweeps-04-size',
    up: async (_db, c) =>
      c
        .table('instance_size')
        .addColumn('instance_id', c.str(40), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('tables', c.int(), (col) => col.notNull())
        .addColumn('data_bytes', c.int(), (col) => col.notNull())
        .addColumn('index_bytes', c.int(), (col) => col.notNull())
        .addPrimaryKeyConstraint('instance_size_key', ['instance_id', 'at'])
        .execute(),
  },
  {
    id: '2026-11-22-sweeps-05-change-by-time',
    up: (db, c) => createIndex(db, c, 'portrait_change_by_time', 'portrait_change', ['at']),
  },
  {
    id: '2026-11-22-sweeps-06-size-by-time',
    up: (db, c) => createIndex(db, c, 'instance_size_by_time', 'instance_size', ['at']),
  },
];
