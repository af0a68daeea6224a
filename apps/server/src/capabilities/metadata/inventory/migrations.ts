import { type Kysely, sql } from 'kysely';
import { addColumn, type Columns, createIndex, type Migration } from '../../../platform/database/migration.ts';
import type { Database } from '../../../platform/database/schema.ts';

/** Few are in maintenance, and a long text is no key: SQLite keeps those alone, the others the text's beginning. */
async function indexMaintenance(db: Kysely<unknown>, c: Columns, table: 'cluster' | 'instance'): Promise<void> {
  const name = `${table}_in_maintenance`;
  if (c.kind !== 'sqlite') return createIndex(db, c, name, table, [sql`maintenance(1)`]);
  const on = sql`${sql.table(table)} (name) where maintenance is not null`;
  await sql`create index if not exists ${sql.id(name)} on ${on}`.execute(db);
}

/** Catalogues, labels, custom fields, the feed's head, and the indexes lists of many thousand rows stand on. */
export const inventoryMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-metadata-11-cluster-level',
    up: (db, c) => addColumn(db, 'cluster', 'level', c.str(20)),
  },
  {
    id: '2026-11-22-metadata-12-cluster-managed-by',
    up: (db, c) => addColumn(db, 'cluster', 'managed_by', c.str(64)),
  },
  {
    id: '2026-11-22-metadata-13-cluster-specification',
    up: (db, c) => addColumn(db, 'cluster', 'specification', c.str(64)),
  },
  {
    id: '2026-11-22-metadata-14-environment',
    up: (_db, c) =>
      c
        .table('environment')
        .addColumn('name', c.str(64), (col) => col.primaryKey())
        .addColumn('production', c.bool(), (col) => col.notNull())
        .addColumn('description', c.str(500), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-15-zone',
    up: (_db, c) =>
      c
        .table('zone')
        .addColumn('name', c.str(64), (col) => col.primaryKey())
        .addColumn('region', c.str(64), (col) => col.notNull())
        .addColumn('description', c.str(500), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-16-specification',
    up: (_db, c) =>
      c
        .table('specification')
        .addColumn('name', c.str(64), (col) => col.primaryKey())
        .addColumn('cpus', c.int(), (col) => col.notNull())
        .addColumn('memory_bytes', c.int(), (col) => col.notNull())
        .addColumn('disk_bytes', c.int(), (col) => col.notNull())
        .addColumn('description', c.str(500), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-17-quota',
    up: (_db, c) =>
      c
        .table('quota')
        .addColumn('application_id', c.str(40), (col) => col.notNull())
        .addColumn('environment', c.str(64), (col) => col.notNull())
        .addColumn('instances', c.int())
        .addColumn('memory_bytes', c.int())
        .addColumn('disk_bytes', c.int())
        .addPrimaryKeyConstraint('quota_key', ['application_id', 'environment'])
        .execute(),
  },
  {
    id: '2026-11-22-metadata-18-label',
    up: (_db, c) =>
      c
        .table('label')
        .addColumn('entity', c.str(20), (col) => col.notNull())
        .addColumn('entity_id', c.str(40), (col) => col.notNull())
        .addColumn('label_key', c.str(63), (col) => col.notNull())
        .addColumn('value', c.str(190), (col) => col.notNull())
        .addPrimaryKeyConstraint('label_primary', ['entity', 'entity_id', 'label_key'])
        .execute(),
  },
  {
    id: '2026-11-22-metadata-19-label-by-value',
    up: (db, c) => createIndex(db, c, 'label_by_value', 'label', ['entity', 'label_key', 'value', 'entity_id']),
  },
  {
    id: '2026-11-22-metadata-20-custom-field',
    up: (_db, c) =>
      c
        .table('custom_field')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('entity', c.str(20), (col) => col.notNull())
        .addColumn('name', c.str(60), (col) => col.notNull())
        .addColumn('type', c.str(10), (col) => col.notNull())
        .addColumn('required', c.bool(), (col) => col.notNull())
        .addColumn('words', c.text(), (col) => col.notNull())
        .addColumn('choices', c.text(), (col) => col.notNull())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .addUniqueConstraint('custom_field_name', ['entity', 'name'])
        .execute(),
  },
  {
    id: '2026-11-22-metadata-21-custom-value',
    up: (_db, c) =>
      c
        .table('custom_value')
        .addColumn('field_id', c.str(40), (col) => col.notNull())
        .addColumn('entity_id', c.str(40), (col) => col.notNull())
        .addColumn('value', c.str(500), (col) => col.notNull())
        .addColumn('number', c.kind === 'sqlite' ? 'real' : sql`double`)
        .addPrimaryKeyConstraint('custom_value_key', ['field_id', 'entity_id'])
        .execute(),
  },
  {
    id: '2026-11-22-metadata-22-custom-value-by-entity',
    up: (db, c) => createIndex(db, c, 'custom_value_by_entity', 'custom_value', ['entity_id']),
  },
  {
    id: '2026-11-22-metadata-23-fact-by-name',
    up: (db, c) => createIndex(db, c, 'fact_by_name', 'fact', ['entity', 'name', 'entity_id']),
  },
  {
    id: '2026-11-22-metadata-24-instance-by-name',
    up: (db, c) => createIndex(db, c, 'instance_by_name', 'instance', ['name', 'id']),
  },
  {
    id: '2026-11-22-metadata-25-cluster-by-name',
    up: (db, c) => createIndex(db, c, 'cluster_by_name', 'cluster', ['name', 'id']),
  },
  {
    id: '2026-11-22-metadata-26-cluster-by-application',
    up: (db, c) => createIndex(db, c, 'cluster_by_application', 'cluster', ['application_id']),
  },
  {
    id: '2026-11-22-metadata-27-host-by-zone',
    up: (db, c) => createIndex(db, c, 'host_by_zone', 'host', ['zone']),
  },
  {
    id: '2026-11-22-metadata-28-change-feed-place',
    up: (db, c) => addColumn(db, 'metadata_change', 'seq', c.int()),
  },
  {
    id: '2026-11-22-metadata-29-change-by-place',
    up: (db, c) => createIndex(db, c, 'metadata_change_by_seq', 'metadata_change', ['seq', 'id']),
  },
  {
    id: '2026-11-22-metadata-30-change-feed',
    up: (_db, c) =>
      c
        .table('change_feed')
        .addColumn('id', c.int(), (col) => col.primaryKey())
        .addColumn('head', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-metadata-31-change-feed-head',
    up: async (open) => {
      const db = open as Kysely<Database>;
      if (await db.selectFrom('change_feed').select('id').executeTakeFirst()) return;
      await db.insertInto('change_feed').values({ id: 1, head: 0 }).execute();
    },
  },
  {
    // Environments, zones and fields are known by their names, and those are longer than ids.
    id: '2026-11-22-metadata-32-change-entity-names',
    up: async (db, c) => {
      if (c.kind !== 'sqlite')
        await sql`alter table metadata_change modify entity_id varchar(100) not null`.execute(db);
    },
  },
  {
    id: '2026-11-23-metadata-33-cluster-by-environment',
    up: (db, c) => createIndex(db, c, 'cluster_by_environment', 'cluster', ['environment', 'id']),
  },
  {
    id: '2026-11-23-metadata-34-cluster-in-maintenance',
    up: (db, c) => indexMaintenance(db, c, 'cluster'),
  },
  {
    id: '2026-11-23-metadata-35-instance-in-maintenance',
    up: (db, c) => indexMaintenance(db, c, 'instance'),
  },
];
