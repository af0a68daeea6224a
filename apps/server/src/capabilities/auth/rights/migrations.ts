import { sql } from 'kysely';
import { createIndex, type Migration } from '../../../platform/database/migration.ts';
import { newId } from '../../../platform/database/new-id.ts';
import { keyOfRight } from './right-key.ts';

export const rightMigrations: readonly Migration[] = [
  {
    id: '2026-11-22-auth-11-person-group',
    up: (_db, columns) =>
      columns
        .table('person_group')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('name', columns.str(64), (column) => column.notNull())
        .addColumn('name_key', columns.str(64), (column) => column.notNull().unique())
        .addColumn('description', columns.text(), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-auth-12-group-member',
    up: (_db, columns) =>
      columns
        .table('group_member')
        .addColumn('group_id', columns.str(36), (column) => column.notNull())
        .addColumn('user_id', columns.str(36), (column) => column.notNull())
        .addColumn('owner', columns.bool(), (column) => column.notNull())
        .addPrimaryKeyConstraint('group_member_key', ['group_id', 'user_id'])
        .execute(),
  },
  {
    id: '2026-11-22-auth-13-group-member-user',
    up: (db, columns) => createIndex(db, columns, 'group_member_user', 'group_member', ['user_id', 'group_id']),
  },
  {
    id: '2026-11-22-auth-14-role-grant',
    up: (_db, columns) =>
      columns
        .table('role_grant')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('grant_key', columns.str(64), (column) => column.notNull().unique())
        .addColumn('holder', columns.str(10), (column) => column.notNull())
        .addColumn('holder_id', columns.str(36), (column) => column.notNull())
        .addColumn('role', columns.str(20), (column) => column.notNull())
        .addColumn('scope', columns.str(20), (column) => column.notNull())
        .addColumn('scope_id', columns.str(64), (column) => column.notNull())
        .addColumn('until_at', columns.int())
        .addColumn('reason', columns.text(), (column) => column.notNull())
        .addColumn('granted_by', columns.str(64), (column) => column.notNull())
        .addColumn('created_at', columns.int(), (column) => column.notNull())
        .execute(),
  },
  {
    id: '2026-11-22-auth-15-role-grant-holder',
    up: (db, columns) => createIndex(db, columns, 'role_grant_holder', 'role_grant', ['holder_id', 'holder']),
  },
  {
    // What a user row says of roles becomes roles on everything; the column stays, empty, for a store may be looked into by hand.
    id: '2026-11-22-auth-16-roles-of-users',
    up: async (db) => {
      const { rows } = await sql<{ id: string; roles: string; created_at: number }>`
        select id, roles, created_at from ${sql.table('user')} where roles <> '[]'`.execute(db);
      for (const { id, roles, created_at } of rows) {
        for (const role of new Set<string>(JSON.parse(roles))) {
          const key = keyOfRight({ holder: { kind: 'person', id }, role, scope: { kind: 'all', id: '' } });
          const known = await sql`select id from role_grant where grant_key = ${key}`.execute(db);
          if (known.rows.length > 0) continue;
          await sql`insert into role_grant
            (id, grant_key, holder, holder_id, role, scope, scope_id, until_at, reason, granted_by, created_at)
            values (${newId()}, ${key}, 'person', ${id}, ${role}, 'all', '', null, '', '', ${created_at})`.execute(db);
        }
        await sql`update ${sql.table('user')} set roles = '[]' where id = ${id}`.execute(db);
      }
    },
  },
];
