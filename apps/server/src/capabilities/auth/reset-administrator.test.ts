import assert from 'node:assert/strict';
import { forEachStore } from '../../platform/database/testing.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { authMigrations } from './migrations.ts';
import { NobodyToReset, resetAdministrator } from './reset-administrator.ts';
import { createTestHttp } from './testing.ts';

const options = { migrations: [...httpMigrations, ...authMigrations] };
const clock = { now: Date.now };

forEachStore(
  'who forgot the only administrator’s password gets back in on the machine, and what the old one opened is closed',
  async ({ db }) => {
    const app = await createTestHttp({ db });
    try {
      const { id } = app.actorOf('administrator');
      const { name, password } = await resetAdministrator({ db, clock }, { by: 'ops' });
      assert.equal(name, 'administrator');
      assert.equal((await app.call('administrator', 'GET', '/api/me')).status, 401);
      const signIn = await app.call('nobody', 'POST', '/api/session', { name, password });
      assert.equal(signIn.status, 200, JSON.stringify(signIn.body));
      assert.deepEqual(signIn.body.roles, ['administrator']);
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'server.reset-administrator')
        .execute();
      assert.deepEqual(
        rows.map(({ resource, outcome }) => ({ resource, outcome })),
        [{ resource: `user/${id}`, outcome: 'allowed' }],
      );
      assert.match(rows[0]?.words ?? '', /ops/);
    } finally {
      await app.close();
    }
  },
  options,
);

forEachStore(
  'a named user becomes an administrator again, also one shut out; who is not there is named, and nothing is changed',
  async ({ db }) => {
    const app = await createTestHttp({ db });
    try {
      await app.call('administrator', 'POST', `/api/users/${app.actorOf('requester').id}/disable`);
      const { name, password } = await resetAdministrator({ db, clock }, { name: 'Requester', by: 'ops' });
      const { body } = await app.call('nobody', 'POST', '/api/session', { name, password });
      assert.deepEqual(body.roles.sort(), ['administrator', 'requester']);
      // Two are administrators now: which one is not for the machine to guess.
      await assert.rejects(resetAdministrator({ db, clock }, { by: 'ops' }), NobodyToReset);
      await assert.rejects(resetAdministrator({ db, clock }, { name: 'nobody', by: 'ops' }), /no user nobody/);
      const { n } = await db
        .selectFrom('audit')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('action', '=', 'server.reset-administrator')
        .executeTakeFirstOrThrow();
      assert.equal(Number(n), 1);
    } finally {
      await app.close();
    }
  },
  options,
);
