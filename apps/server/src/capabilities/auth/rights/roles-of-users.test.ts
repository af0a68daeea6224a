import assert from 'node:assert/strict';
import { columnsFor } from '../../../platform/database/migration.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { authMigrations } from '../migrations.ts';
import { findUser } from '../store/users.ts';
import { rightMigrations } from './migrations.ts';

forEachStore(
  'roles that stood in a user’s row are roles on everything afterwards, once, however often it runs',
  async ({ db, kind }) => {
    const id = '01890000-0000-7000-8000-000000000009';
    await db
      .insertInto('user')
      .values({
        ...{ id, name: 'old', name_key: 'old', password: 'x', roles: '["dba","requester","dba"]', language: null },
        ...{ disabled: 0, created_at: 7 },
      })
      .execute();
    const moving = rightMigrations.find((migration) => migration.id.endsWith('roles-of-users'));
    assert.ok(moving);
    await moving.up(db as never, columnsFor(db as never, kind));
    await moving.up(db as never, columnsFor(db as never, kind));
    // As after a crash between the two statements.
    await db.updateTable('user').set({ roles: '["dba"]' }).execute();
    await moving.up(db as never, columnsFor(db as never, kind));
    const grants = await db.selectFrom('role_grant').selectAll().execute();
    assert.deepEqual(
      grants
        .map(({ holder_id, role, scope, until_at, created_at }) => [
          holder_id,
          role,
          scope,
          until_at,
          Number(created_at),
        ])
        .sort(),
      [
        [id, 'dba', 'all', null, 7],
        [id, 'requester', 'all', null, 7],
      ],
    );
    assert.deepEqual((await findUser(db, id))?.roles, ['dba', 'requester']);
  },
  { migrations: authMigrations },
);
