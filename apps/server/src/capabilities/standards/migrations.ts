import { createIndex, type Migration } from '../../platform/database/migration.ts';

export const standardMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-standards-01-standard',
    up: async (_db, c) =>
      c
        .table('standard')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('name', c.str(100), (col) => col.notNull().unique())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-standards-02-version',
    up: async (_db, c) =>
      c
        .table('standard_version')
        .addColumn('standard_id', c.str(40), (col) => col.notNull())
        .addColumn('version', c.int(), (col) => col.notNull())
        .addColumn('rules', c.text(), (col) => col.notNull())
        .addColumn('rule_count', c.int(), (col) => col.notNull())
        .addColumn('note', c.str(1000), (col) => col.notNull())
        .addColumn('published_at', c.int(), (col) => col.notNull())
        .addColumn('published_by', c.str(100))
        .addColumn('shipped_revision', c.int())
        .addPrimaryKeyConstraint('standard_version_key', ['standard_id', 'version'])
        .execute(),
  },
  {
    id: '2026-11-22-standards-03-use',
    up: async (_db, c) =>
      c
        .table('standard_use')
        .addColumn('scope_kind', c.str(20), (col) => col.notNull())
        .addColumn('scope_id', c.str(100), (col) => col.notNull())
        .addColumn('standard_id', c.str(40), (col) => col.notNull())
        .addColumn('version', c.int())
        .addColumn('by_name', c.str(100), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addPrimaryKeyConstraint('standard_use_key', ['scope_kind', 'scope_id'])
        .execute(),
  },
  {
    id: '2026-11-22-standards-04-exception',
    up: async (_db, c) =>
      c
        .table('standard_exception')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('rule', c.str(60), (col) => col.notNull())
        .addColumn('scope_kind', c.str(20), (col) => col.notNull())
        .addColumn('scope_id', c.str(100), (col) => col.notNull())
        .addColumn('owner', c.str(100), (col) => col.notNull())
        .addColumn('reason', c.str(1000), (col) => col.notNull())
        .addColumn('by_name', c.str(100), (col) => col.notNull())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .addColumn('until', c.int(), (col) => col.notNull())
        .addColumn('ended_at', c.int())
        .addColumn('ended_by', c.str(100))
        .addColumn('counted_at', c.int())
        .execute(),
  },
  {
    id: '2026-11-22-standards-05-exception-by-scope',
    up: (db, c) =>
      createIndex(db, c, 'standard_exception_by_scope', 'standard_exception', ['scope_kind', 'scope_id', 'until']),
  },
  {
    id: '2026-11-22-standards-06-exception-by-age',
    up: (db, c) => createIndex(db, c, 'standard_exception_by_age', 'standard_exception', ['created_at', 'id']),
  },
  {
    id: '2026-11-22-standards-07-settings',
    up: async (_db, c) =>
      c
        .table('instance_settings')
        .addColumn('instance_id', c.str(40), (col) => col.primaryKey())
        .addColumn('read_at', c.int(), (col) => col.notNull())
        .addColumn('packed', c.text(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-standards-08-compliance',
    up: async (_db, c) =>
      c
        .table('instance_compliance')
        .addColumn('instance_id', c.str(40), (col) => col.primaryKey())
        .addColumn('cluster_id', c.str(40), (col) => col.notNull())
        .addColumn('standard_id', c.str(40), (col) => col.notNull())
        .addColumn('version', c.int(), (col) => col.notNull())
        .addColumn('judged_at', c.int(), (col) => col.notNull())
        .addColumn('looked_at', c.int())
        .addColumn('ok', c.int(), (col) => col.notNull())
        .addColumn('differs', c.int(), (col) => col.notNull())
        .addColumn('excepted', c.int(), (col) => col.notNull())
        .addColumn('unseen', c.int(), (col) => col.notNull())
        .addColumn('drift', c.int(), (col) => col.notNull())
        .addColumn('kinds', c.text(), (col) => col.notNull())
        .addColumn('items', c.text(), (col) => col.notNull())
        .addColumn('drift_items', c.text(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-standards-09-compliance-by-cluster',
    up: (db, c) => createIndex(db, c, 'instance_compliance_by_cluster', 'instance_compliance', ['cluster_id']),
  },
  {
    id: '2026-11-22-standards-10-compliance-by-drift',
    up: (db, c) => createIndex(db, c, 'instance_compliance_by_drift', 'instance_compliance', ['drift', 'instance_id']),
  },
  {
    id: '2026-11-22-standards-11-history',
    up: async (_db, c) =>
      c
        .table('compliance_history')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('cluster_id', c.str(40), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('standard_id', c.str(40), (col) => col.notNull())
        .addColumn('version', c.int(), (col) => col.notNull())
        .addColumn('ok', c.int(), (col) => col.notNull())
        .addColumn('differs', c.int(), (col) => col.notNull())
        .addColumn('excepted', c.int(), (col) => col.notNull())
        .addColumn('unseen', c.int(), (col) => col.notNull())
        .addColumn('drift', c.int(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-standards-12-history-by-cluster',
    up: (db, c) =>
      createIndex(db, c, 'compliance_history_by_cluster', 'compliance_history', ['cluster_id', 'at', 'id']),
  },
  {
    id: '2026-11-22-standards-13-cluster',
    up: async (_db, c) =>
      c
        .table('cluster_compliance')
        .addColumn('cluster_id', c.str(40), (col) => col.primaryKey())
        .addColumn('standard_id', c.str(40), (col) => col.notNull())
        .addColumn('version', c.int(), (col) => col.notNull())
        .addColumn('looked_at', c.int())
        .addColumn('instances', c.int(), (col) => col.notNull())
        .addColumn('judged', c.int(), (col) => col.notNull())
        .addColumn('ok', c.int(), (col) => col.notNull())
        .addColumn('differs', c.int(), (col) => col.notNull())
        .addColumn('excepted', c.int(), (col) => col.notNull())
        .addColumn('unseen', c.int(), (col) => col.notNull())
        .addColumn('drift', c.int(), (col) => col.notNull())
        .addColumn('worst', c.str(10))
        .addColumn('kinds', c.text(), (col) => col.notNull())
        .execute(),
  },
];
