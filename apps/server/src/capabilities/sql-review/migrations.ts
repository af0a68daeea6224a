import { addColumn, createIndex, type Migration } from '../../platform/database/migration.ts';

export const sqlReviewMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-sql-review-01-review',
    up: (_db, c) => {
      const numbers = ['statements', 'not_reviewed', 'scored', 'score_sum', 'found_x', 'found_e', 'found_w', 'found_n'];
      const table = c
        .table('sql_review')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('created_at', c.int(), (col) => col.notNull())
        .addColumn('reviewer_id', c.str(40), (col) => col.notNull())
        .addColumn('reviewer_name', c.str(190), (col) => col.notNull())
        .addColumn('application_id', c.str(40))
        .addColumn('cluster_id', c.str(40))
        .addColumn('schema_name', c.str(64))
        .addColumn('environment', c.str(64))
        .addColumn('server', c.str(80), (col) => col.notNull())
        .addColumn('lowest', c.int())
        .addColumn('passed', c.bool(), (col) => col.notNull())
        .addColumn('head', c.str(190), (col) => col.notNull())
        .addColumn('result', c.text(), (col) => col.notNull());
      return numbers
        .reduce((made, name) => made.addColumn(name, c.int(), (col) => col.notNull()) as typeof made, table)
        .execute();
    },
  },
  {
    id: '2026-11-22-sql-review-02-by-time',
    up: (db, c) => createIndex(db, c, 'sql_review_by_time', 'sql_review', ['created_at', 'id']),
  },
  {
    id: '2026-11-22-sql-review-03-of-application',
    up: (db, c) => createIndex(db, c, 'sql_review_of_application', 'sql_review', ['application_id', 'created_at']),
  },
  {
    id: '2026-11-22-sql-review-04-of-reviewer',
    up: (db, c) => createIndex(db, c, 'sql_review_of_reviewer', 'sql_review', ['reviewer_id', 'created_at']),
  },
  {
    id: '2026-11-22-sql-review-05-policy',
    up: (_db, c) =>
      c
        .table('review_policy')
        .addColumn('scope_kind', c.str(20), (col) => col.notNull())
        .addColumn('scope_id', c.str(64), (col) => col.notNull())
        .addColumn('version', c.int(), (col) => col.notNull())
        .addColumn('text', c.text(), (col) => col.notNull())
        .addColumn('note', c.text(), (col) => col.notNull())
        .addColumn('by_name', c.str(190), (col) => col.notNull())
        .addColumn('at', c.int(), (col) => col.notNull())
        .addPrimaryKeyConstraint('review_policy_key', ['scope_kind', 'scope_id', 'version'])
        .execute(),
  },
  {
    id: '2026-11-23-sql-review-06-exception',
    up: (_db, c) =>
      c
        .table('review_exception')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('review_id', c.str(40), (col) => col.notNull())
        .addColumn('application_id', c.str(40))
        .addColumn('environment', c.str(64))
        .addColumn('text_hash', c.str(64), (col) => col.notNull())
        .addColumn('fingerprint', c.str(40), (col) => col.notNull())
        .addColumn('head', c.str(190), (col) => col.notNull())
        .addColumn('verdict', c.str(20), (col) => col.notNull())
        .addColumn('score', c.int())
        .addColumn('rules', c.text(), (col) => col.notNull())
        .addColumn('reason', c.text(), (col) => col.notNull())
        .addColumn('owner', c.str(190), (col) => col.notNull())
        .addColumn('signed_by_id', c.str(40), (col) => col.notNull())
        .addColumn('signed_by', c.str(190), (col) => col.notNull())
        .addColumn('signed_at', c.int(), (col) => col.notNull())
        .addColumn('expires', c.str(10), (col) => col.notNull())
        .addColumn('signature', c.str(400), (col) => col.notNull())
        .addColumn('revoked_at', c.int())
        .addColumn('revoked_by', c.str(190))
        .addColumn('revoked_because', c.text())
        .execute(),
  },
  {
    id: '2026-11-23-sql-review-07-exception-of-text',
    up: (db, c) => createIndex(db, c, 'review_exception_of_text', 'review_exception', ['text_hash', 'signed_at']),
  },
  {
    id: '2026-11-23-sql-review-08-exception-by-time',
    up: (db, c) => createIndex(db, c, 'review_exception_by_time', 'review_exception', ['signed_at', 'id']),
  },
  {
    id: '2026-11-23-sql-review-09-exception-of-review',
    up: (db, c) => createIndex(db, c, 'review_exception_of_review', 'review_exception', ['review_id']),
  },
  {
    id: '2026-11-23-sql-review-10-item',
    up: (_db, c) =>
      c
        .table('review_item')
        .addColumn('id', c.str(40), (col) => col.primaryKey())
        .addColumn('application_id', c.str(40), (col) => col.notNull())
        .addColumn('fingerprint', c.str(40), (col) => col.notNull())
        .addColumn('rule', c.str(80), (col) => col.notNull())
        .addColumn('grade', c.str(1), (col) => col.notNull())
        .addColumn('head', c.str(190), (col) => col.notNull())
        .addColumn('first_at', c.int(), (col) => col.notNull())
        .addColumn('last_at', c.int(), (col) => col.notNull())
        .addColumn('seen', c.int(), (col) => col.notNull())
        .addColumn('review_id', c.str(40), (col) => col.notNull())
        .addColumn('executions_per_day', c.int())
        .addColumn('size_bytes', c.int())
        .addColumn('priority', c.int(), (col) => col.notNull())
        .addColumn('owner', c.str(190), (col) => col.notNull())
        .addColumn('due', c.str(10), (col) => col.notNull())
        .addColumn('state', c.str(12), (col) => col.notNull())
        .addColumn('until_day', c.str(10))
        .addColumn('reason', c.text())
        .addColumn('by_name', c.str(190))
        .addColumn('changed_at', c.int())
        .addUniqueConstraint('review_item_of', ['application_id', 'fingerprint', 'rule'])
        .execute(),
  },
  {
    id: '2026-11-23-sql-review-11-item-by-priority',
    up: (db, c) => createIndex(db, c, 'review_item_by_priority', 'review_item', ['state', 'priority', 'id']),
  },
  {
    id: '2026-11-23-sql-review-12-item-by-time',
    up: (db, c) => createIndex(db, c, 'review_item_by_time', 'review_item', ['last_at']),
  },
  {
    id: '2026-11-23-sql-review-13-batch',
    up: (db, c) => addColumn(db, 'sql_review', 'batch_id', c.str(40)),
  },
  {
    id: '2026-11-23-sql-review-14-file',
    up: (db, c) => addColumn(db, 'sql_review', 'file_name', c.str(255)),
  },
  {
    id: '2026-11-23-sql-review-15-of-batch',
    up: (db, c) => createIndex(db, c, 'sql_review_of_batch', 'sql_review', ['batch_id', 'created_at', 'id']),
  },
];
