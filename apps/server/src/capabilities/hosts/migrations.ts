import { createIndex, type Migration } from '../../platform/database/migration.ts';

export const hostMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-hosts-01-check',
    up: async (_db, c) =>
      c
        .table('host_check')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('host_id', c.str(40), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('passed', c.bool(), (col) => col.notNull())
        .addColumn('verdicts', c.text(), (col) => col.notNull())
        .addColumn('source_kind', c.str(20), (col) => col.notNull())
        .addColumn('source_id', c.str(100), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-hosts-02-check-by-host',
    up: (db, c) => createIndex(db, c, 'host_check_by_host', 'host_check', ['host_id', 'id']),
  },
  {
    id: '2026-11-22-hosts-03-reservation',
    up: async (_db, c) =>
      c
        .table('host_reservation')
        .addColumn('host_id', c.str(40), (col) => col.primaryKey())
        .addColumn('task_id', c.str(40), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-hosts-04-check-by-time',
    up: (db, c) => createIndex(db, c, 'host_check_by_time', 'host_check', ['at']),
  },
];
