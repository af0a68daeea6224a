import { createIndex, type Migration } from '../../platform/database/migration.ts';
import { inventoryMigrations } from './inventory/migrations.ts';

/** One statement each; run again after a crash half way they change nothing. */
export const metadataMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-metadata-01-host',
    up: async (_db, c) =>
      c
        .table('host')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('name', c.str(63), (col) => col.notNull().unique())
        .addColumn('address', c.str(253), (col) => col.notNull())
        .addColumn('zone', c.str(64), (col) => col.notNull())
        .addColumn('base_directory', c.str(255), (col) => col.notNull())
        .addColumn('pool_state', c.str(20), (col) => col.notNull())
        .addColumn('paths', c.text(), (col) => col.notNull())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-02-instance',
    up: async (_db, c) =>
      c
        .table('instance')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('name', c.str(80), (col) => col.notNull())
        .addColumn('host_id', c.str(40), (col) => col.notNull())
        .addColumn('port', c.int(), (col) => col.notNull())
        .addColumn('seat', c.str(60), (col) => col.unique())
        .addColumn('cluster_id', c.str(40))
        .addColumn('flavor', c.str(10), (col) => col.notNull())
        .addColumn('version', c.str(40), (col) => col.notNull())
        .addColumn('package_id', c.str(64))
        .addColumn('role', c.str(20), (col) => col.notNull())
        .addColumn('state', c.str(20), (col) => col.notNull())
        .addColumn('directory', c.str(255), (col) => col.notNull())
        .addColumn('server_id', c.int(), (col) => col.notNull())
        .addColumn('maintenance', c.text())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-03-instance-by-cluster',
    up: (db, c) => createIndex(db, c, 'instance_by_cluster', 'instance', ['cluster_id']),
  },
  {
    id: '2026-11-22-metadata-04-instance-by-host',
    up: (db, c) => createIndex(db, c, 'instance_by_host', 'instance', ['host_id']),
  },
  {
    id: '2026-11-22-metadata-05-cluster',
    up: async (_db, c) =>
      c
        .table('cluster')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('name', c.str(64), (col) => col.notNull())
        .addColumn('live_name', c.str(64), (col) => col.unique())
        .addColumn('flavor', c.str(10), (col) => col.notNull())
        .addColumn('version', c.str(40), (col) => col.notNull())
        .addColumn('topology', c.str(20), (col) => col.notNull())
        .addColumn('application_id', c.str(40))
        .addColumn('environment', c.str(64), (col) => col.notNull())
        .addColumn('state', c.str(20), (col) => col.notNull())
        .addColumn('fixed', c.text(), (col) => col.notNull())
        .addColumn('maintenance', c.text())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-06-application',
    up: async (_db, c) =>
      c
        .table('application')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('name', c.str(100), (col) => col.notNull().unique())
        .addColumn('business_line', c.str(100), (col) => col.notNull())
        .addColumn('owner', c.str(100), (col) => col.notNull())
        .addColumn('level', c.str(20), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-07-cluster-account',
    up: async (_db, c) =>
      c
        .table('cluster_account')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('cluster_id', c.str(40), (col) => col.notNull())
        .addColumn('purpose', c.str(20), (col) => col.notNull())
        .addColumn('user_name', c.str(100), (col) => col.notNull())
        .addColumn('host_pattern', c.str(255), (col) => col.notNull())
        .addColumn('secret_id', c.str(40), (col) => col.notNull())
        .addUniqueConstraint('cluster_account_purpose', ['cluster_id', 'purpose'])
        .execute(),
  },
  {
    id: '2026-11-22-metadata-08-fact',
    up: async (_db, c) =>
      c
        .table('fact')
        .addColumn('entity', c.str(20), (col) => col.notNull())
        .addColumn('entity_id', c.str(40), (col) => col.notNull())
        .addColumn('name', c.str(100), (col) => col.notNull())
        .addColumn('value', c.text(), (col) => col.notNull())
        .addColumn('observed_at', c.int(), (col) => col.notNull())
        .addColumn('source_kind', c.str(20), (col) => col.notNull())
        .addColumn('source_id', c.str(100), (col) => col.notNull())
        .addPrimaryKeyConstraint('fact_key', ['entity', 'entity_id', 'name'])
        .execute(),
  },
  {
    id: '2026-11-22-metadata-09-change',
    up: async (_db, c) =>
      c
        .table('metadata_change')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('entity', c.str(20), (col) => col.notNull())
        .addColumn('entity_id', c.str(40), (col) => col.notNull())
        .addColumn('about', c.str(10), (col) => col.notNull())
        .addColumn('field', c.str(120), (col) => col.notNull())
        .addColumn('before_value', c.text())
        .addColumn('after_value', c.text())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('source_kind', c.str(20), (col) => col.notNull())
        .addColumn('source_id', c.str(100), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-10-change-by-entity',
    up: (db, c) => createIndex(db, c, 'metadata_change_by_entity', 'metadata_change', ['entity', 'entity_id', 'id']),
  },
  ...inventoryMigrations,
];
