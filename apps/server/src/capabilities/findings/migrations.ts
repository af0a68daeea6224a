import { createIndex, type Migration } from '../../platform/database/migration.ts';

export const findingMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-findings-01-finding',
    up: async (_db, c) =>
      c
        .table('finding')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('finding_key', c.str(64), (col) => col.notNull().unique())
        .addColumn('code', c.str(100), (col) => col.notNull())
        .addColumn('grade', c.str(10), (col) => col.notNull())
        .addColumn('entity', c.str(20), (col) => col.notNull())
        .addColumn('entity_id', c.str(40), (col) => col.notNull())
        .addColumn('about', c.str(190), (col) => col.notNull())
        .addColumn('cluster_id', c.str(40))
        .addColumn('source', c.str(40), (col) => col.notNull())
        .addColumn('scope', c.str(80), (col) => col.notNull())
        .addColumn('evidence', c.text(), (col) => col.notNull())
        .addColumn('words', c.text())
        .addColumn('first_seen_at', c.int(), (col) => col.notNull())
        .addColumn('last_seen_at', c.int(), (col) => col.notNull())
        .addColumn('closed_at', c.int())
        .addColumn('times', c.int(), (col) => col.notNull())
        .addColumn('owner', c.str(100))
        .addColumn('muted_since', c.int())
        .addColumn('muted_until', c.int())
        .addColumn('muted_by', c.str(100))
        .addColumn('mute_reason', c.str(500))
        .execute(),
  },
  {
    id: '2026-11-22-findings-02-by-scope',
    up: (db, c) => createIndex(db, c, 'finding_by_scope', 'finding', ['source', 'scope', 'closed_at']),
  },
  {
    id: '2026-11-22-findings-03-by-age',
    up: (db, c) => createIndex(db, c, 'finding_by_age', 'finding', ['closed_at', 'first_seen_at', 'id']),
  },
  {
    id: '2026-11-22-findings-04-by-entity',
    up: (db, c) => createIndex(db, c, 'finding_by_entity', 'finding', ['entity', 'entity_id', 'closed_at']),
  },
  {
    id: '2026-11-22-findings-05-by-cluster',
    up: (db, c) => createIndex(db, c, 'finding_by_cluster', 'finding', ['cluster_id', 'closed_at', 'first_seen_at']),
  },
  {
    // Counting reads this index alone.
    id: '2026-11-22-findings-06-counts',
    up: (db, c) => createIndex(db, c, 'finding_counts', 'finding', ['closed_at', 'code', 'grade', 'muted_until']),
  },
  {
    id: '2026-11-22-findings-07-change',
    up: async (_db, c) =>
      c
        .table('finding_change')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('finding_id', c.str(40), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addColumn('what', c.str(20), (col) => col.notNull())
        .addColumn('by_name', c.str(100), (col) => col.notNull())
        .addColumn('detail', c.text(), (col) => col.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-findings-08-change-by-finding',
    up: (db, c) => createIndex(db, c, 'finding_change_by_finding', 'finding_change', ['finding_id', 'at', 'id']),
  },
  {
    id: '2026-11-22-findings-09-change-by-time',
    up: (db, c) => createIndex(db, c, 'finding_change_by_time', 'finding_change', ['at']),
  },
  {
    id: '2026-11-22-findings-10-by-owner',
    up: (db, c) => createIndex(db, c, 'finding_by_owner', 'finding', ['owner', 'closed_at', 'first_seen_at']),
  },
  {
    id: '2026-11-23-findings-11-by-end-of-mute',
    up: (db, c) => createIndex(db, c, 'finding_by_end_of_mute', 'finding', ['closed_at', 'muted_until']),
  },
  {
    // Counting those of one grade that somebody sees reads this index alone.
    id: '2026-11-23-findings-12-by-grade',
    up: (db, c) =>
      createIndex(db, c, 'finding_by_grade', 'finding', ['closed_at', 'grade', 'muted_until', 'entity', 'entity_id']),
  },
];
