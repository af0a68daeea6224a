import { createIndex, type Migration } from '../../platform/database/migration.ts';

/** One statement each; run again after a crash half way they change nothing. */
export const adoptionMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-adoption-01-network-allow',
    up: async (_db, c) =>
      c
        .table('network_allow')
        .addColumn('cidr', c.str(60), (col) => col.primaryKey())
        .addColumn('note', c.str(200), (col) => col.notNull())
        .addColumn('added_at', c.int(), (col) => col.notNull())
        .addColumn('added_by', c.str(100), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-adoption-02-discovery',
    up: async (_db, c) =>
      c
        .table('discovery')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('state', c.str(20), (col) => col.notNull())
        .addColumn('started_at', c.int(), (col) => col.notNull())
        .addColumn('ended_at', c.int())
        .addColumn('started_by', c.str(100), (col) => col.notNull())
        .addColumn('known', c.int(), (col) => col.notNull())
        .addColumn('looked', c.int(), (col) => col.notNull())
        .addColumn('answered', c.int(), (col) => col.notNull())
        .addColumn('accounts', c.text(), (col) => col.notNull())
        .addColumn('found', c.text())
        .execute(),
  },
  {
    id: '2026-11-22-adoption-03-discovery-by-age',
    up: (db, c) => createIndex(db, c, 'discovery_by_age', 'discovery', ['started_at', 'id']),
  },
  {
    id: '2026-11-22-adoption-04-level-account',
    up: async (_db, c) =>
      c
        .table('level_account')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('cluster_id', c.str(40), (col) => col.notNull())
        .addColumn('level', c.str(20), (col) => col.notNull())
        .addColumn('user_name', c.str(80), (col) => col.notNull())
        .addColumn('secret_id', c.str(40), (col) => col.notNull())
        .addColumn('checked_at', c.int(), (col) => col.notNull())
        .addColumn('checked_by', c.str(100), (col) => col.notNull())
        .execute(),
  },
];
