import { sql } from 'kysely';
import { createIndex, type Migration } from '../../platform/database/migration.ts';
import { rightMigrations } from './rights/migrations.ts';

export const authMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-auth-01-user',
    up: (_db, columns) =>
      columns
        .table('user')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('name', columns.str(64), (column) => column.notNull())
        .addColumn('name_key', columns.str(64), (column) => column.notNull().unique())
        .addColumn('password', columns.str(190), (column) => column.notNull())
        .addColumn('roles', columns.text(), (column) => column.notNull())
        .addColumn('language', columns.str(10))
        .addColumn('disabled', columns.bool(), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-auth-02-session',
    up: (_db, columns) =>
      columns
        .table('session')
        .addColumn('id', columns.str(64), (column) => column.primaryKey())
        .addColumn('user_id', columns.str(36), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .addColumn('expires_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-auth-03-session-expiry',
    up: (db, columns) => createIndex(db, columns, 'session_expiry', 'session', ['expires_at']),
  },
  {
    id: '2026-11-22-auth-04-api-token',
    up: (_db, columns) =>
      columns
        .table('api_token')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('user_id', columns.str(36), (column) => column.notNull())
        .addColumn('name', columns.str(64), (column) => column.notNull())
        .addColumn('secret_hash', columns.str(64), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .addColumn('expires_at', columns.int())
        .addColumn('last_used_at', columns.int())
        .execute(),
  },
  {
    id: '2026-11-22-auth-05-api-token-user',
    up: (db, columns) => createIndex(db, columns, 'api_token_user', 'api_token', ['user_id', 'created_at']),
  },
  {
    id: '2026-11-22-auth-06-audit',
    up: (_db, columns) =>
      columns
        .table('audit')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('at', columns.int(), (column) => column.notNull())
        .addColumn('actor_id', columns.str(36))
        .addColumn('actor_name', columns.str(64), (column) => column.notNull())
        .addColumn('via', columns.str(20), (column) => column.notNull())
        .addColumn('action', columns.str(100), (column) => column.notNull())
        .addColumn('resource', columns.text(), (column) => column.notNull())
        .addColumn('outcome', columns.str(20), (column) => column.notNull())
        .addColumn('words', columns.text())
        .addColumn('request_id', columns.str(36), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-auth-07-audit-at',
    up: (db, columns) => createIndex(db, columns, 'audit_at', 'audit', ['at', 'id']),
  },
  {
    id: '2026-11-22-auth-08-audit-actor',
    up: (db, columns) => createIndex(db, columns, 'audit_actor', 'audit', ['actor_id', 'at', 'id']),
  },
  {
    id: '2026-11-22-auth-09-audit-action',
    up: (db, columns) => createIndex(db, columns, 'audit_action', 'audit', ['action', 'at', 'id']),
  },
  {
    id: '2026-11-22-auth-10-setting',
    up: (_db, columns) =>
      columns
        .table('setting')
        .addColumn('name', columns.str(64), (column) => column.primaryKey())
        .addColumn('value', columns.text(), (column) => column.notNull())
        .execute(),
  },
  {
    // A long text is no key everywhere; the longest name of a thing ends before this.
    id: '2026-11-23-auth-11-audit-resource',
    up: (db, columns) =>
      createIndex(db, columns, 'audit_resource', 'audit', [columns.kind === 'sqlite' ? 'resource' : sql`resource(60)`]),
  },
  ...rightMigrations,
];
