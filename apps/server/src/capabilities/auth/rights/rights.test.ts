import assert from 'node:assert/strict';
import { fleetProblems } from '@myriad/contract';
import type { Db } from '../../../platform/database/schema.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { authMigrations } from '../migrations.ts';
import { createTestHttp, type TestHttp } from '../testing.ts';
import type { ScopedThings } from './scope-guard.ts';

const options = { migrations: [...httpMigrations, ...authMigrations] };
const id = '01890000-0000-7000-8000-000000000001';

/** One cluster, of the application `shop` in production. */
const things: ScopedThings = {
  cluster: {
    notFound: (asked) => new ProblemError('CLUSTER_NOT_FOUND', { id: asked }),
    stands: async (_db, asked) =>
      asked === id
        ? { shownBy: [{ cluster: id, application: 'shop', environment: 'production' }], shown: 'one' }
        : undefined,
  },
};
const scopes = {
  nameScope: async (_db: unknown, scope: { readonly kind: string; readonly id: string }) =>
    ({ shop: 'the shop', production: 'production', [id]: 'shop-1' })[scope.id],
};

const scene = (name: string, body: (app: TestHttp, clock: { at: number }) => Promise<void>) =>
  forEachStore(
    name,
    async ({ db }: { readonly db: Db }) => {
      const clock = { at: 1_800_000_000_000 };
      const app = await createTestHttp({
        db,
        clock: { now: () => clock.at },
        things,
        scopes,
        problems: [fleetProblems],
      });
      try {
        await body(app, clock);
      } finally {
        await app.close();
      }
    },
    options,
  );

const grant = (app: TestHttp, more: object) =>
  app.call('administrator', 'POST', '/api/rights', {
    holder: { kind: 'person', name: 'li' },
    role: 'dba',
    scope: { kind: 'application', id: 'shop' },
    ...more,
  });

/** Somebody who holds nothing yet, with a token. */
async function addLi(app: TestHttp): Promise<{ readonly token: string; readonly id: string }> {
  const password = 'a long enough password';
  const { body } = await app.call('administrator', 'POST', '/api/users', { name: 'li', password });
  assert.deepEqual(body.roles, []);
  const signedIn = await app.http.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { name: 'li', password },
  });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const made = await app.http.app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie },
    payload: { name: 't' },
  });
  return { token: made.json().secret, id: body.id };
}

const answerOf = async (app: TestHttp, token: string) =>
  (await app.call({ token }, 'GET', `/api/rights/explanation?thing=cluster&id=${id}`)).body;

scene(
  'a grant holds from the next call on, until its end or until it is revoked, also for API tokens',
  async (app, clock) => {
    const li = await addLi(app);
    const hidden = await answerOf(app, li.token);
    assert.equal(hidden.answer, 'hidden');
    assert.deepEqual(hidden.ask, ['administrator']);
    assert.deepEqual(
      hidden.would.map(({ scopeKind }: { scopeKind: string }) => scopeKind),
      ['cluster', 'application', 'environment', 'all'],
    );
    assert.doesNotMatch(JSON.stringify({ ...hidden, id: '' }), /shop|production/, 'no name of what is hidden');
    const granted = await grant(app, { untilAt: clock.at + 1000, reason: 'on call' });
    assert.equal(granted.status, 200, JSON.stringify(granted.body));
    assert.deepEqual(granted.body.scope, { kind: 'application', id: 'shop', name: 'the shop' });
    assert.deepEqual((await answerOf(app, li.token)).roles, ['dba']);
    clock.at += 1000;
    assert.equal((await answerOf(app, li.token)).answer, 'hidden', 'its end has come');
    // Granted once more it is the same right, without end.
    const again = await grant(app, {});
    assert.equal(again.body.id, granted.body.id);
    assert.equal((await answerOf(app, li.token)).answer, 'seen');
    assert.equal((await app.call('administrator', 'DELETE', `/api/rights/${again.body.id}`)).status, 200);
    assert.equal((await answerOf(app, li.token)).answer, 'hidden');
    assert.equal(
      (await app.call('administrator', 'DELETE', `/api/rights/${again.body.id}`)).body.code,
      'RIGHT_NOT_FOUND',
    );
  },
);

scene('what a group holds its people hold; its owners say who belongs to it, and nobody else', async (app) => {
  const li = await addLi(app);
  const { body: group } = await app.call('administrator', 'POST', '/api/groups', { name: 'Shop DBAs' });
  const taken = await app.call('administrator', 'POST', '/api/groups', { name: 'shop dbas' });
  assert.equal(taken.body.code, 'GROUP_NAME_TAKEN');
  const holder = { kind: 'group', name: 'shop dbas' };
  assert.equal((await grant(app, { holder })).status, 200);
  assert.equal(
    (await grant(app, { holder, role: 'administrator', scope: { kind: 'all' } })).body.code,
    'ADMINISTRATOR_SCOPE',
  );
  const members = `/api/groups/${group.id}/members`;
  assert.equal((await app.call({ token: li.token }, 'GET', `/api/groups/${group.id}`)).body.code, 'GROUP_NOT_FOUND');
  assert.equal((await app.call('administrator', 'PUT', members, { person: 'li' })).status, 200);
  const seen = await answerOf(app, li.token);
  assert.deepEqual(seen.rights[0].through, { groupId: group.id, group: 'Shop DBAs' });
  const refused = await app.call({ token: li.token }, 'PUT', members, { person: 'requester' });
  assert.equal(refused.body.code, 'NOT_A_GROUP_OWNER');
  await app.call('administrator', 'PUT', members, { person: 'li', owner: true });
  assert.equal((await app.call({ token: li.token }, 'PUT', members, { person: 'requester' })).status, 200);
  assert.equal(
    (await app.call({ token: li.token }, 'DELETE', `/api/groups/${group.id}`)).body.code,
    'NOT_AN_ADMINISTRATOR',
  );
  // Everybody may leave; then it is not theirs any more.
  assert.equal((await app.call({ token: li.token }, 'DELETE', `${members}/${li.id}`)).status, 200);
  assert.equal((await answerOf(app, li.token)).answer, 'hidden');
  const removed = await app.call('administrator', 'DELETE', `/api/groups/${group.id}`);
  assert.deepEqual(removed.body, { people: 1, rights: 1 });
});

scene('the last administrator without end keeps the role, whatever is granted or revoked', async (app, clock) => {
  const { body } = await app.call('administrator', 'GET', `/api/rights?role=administrator`);
  const [right] = body.items;
  assert.equal(right.abilities.revoke.because, 'LAST_ADMINISTRATOR');
  assert.equal((await app.call('administrator', 'DELETE', `/api/rights/${right.id}`)).body.code, 'LAST_ADMINISTRATOR');
  const holder = { kind: 'person', name: 'administrator' };
  const ends = { holder, role: 'administrator', scope: { kind: 'all' }, untilAt: clock.at + 1000 };
  assert.equal((await grant(app, ends)).body.code, 'LAST_ADMINISTRATOR');
  // One for a while is an administrator, and does not make the last one dispensable.
  assert.equal((await grant(app, { ...ends, holder: { kind: 'person', name: 'dba' } })).status, 200);
  assert.equal((await app.call('dba', 'GET', '/api/users')).status, 200);
  assert.equal((await app.call('dba', 'DELETE', `/api/rights/${right.id}`)).body.code, 'LAST_ADMINISTRATOR');
  clock.at += 1000;
  assert.equal((await app.call('dba', 'GET', '/api/users')).body.code, 'NOT_AN_ADMINISTRATOR');
});

scene('ten and more wrong inputs are refused at their place, and grant nothing', async (app, clock) => {
  await addLi(app);
  const wrong: readonly (readonly [code: string, path: string, given: object])[] = [
    ['INPUT_INVALID', 'body.holder.kind', { holder: { kind: 'robot', name: 'li' } }],
    ['INPUT_INVALID', 'body.holder.name', { holder: { kind: 'person', name: '  ' } }],
    ['INPUT_INVALID', 'body.holder.name', { holder: { kind: 'person', name: 'a\u202eb' } }],
    ['INPUT_INVALID', 'body.holder.name', { holder: { kind: 'person', name: 'x'.repeat(65) } }],
    ['INPUT_INVALID', 'body.holder', { holder: 'li' }],
    ['INPUT_INVALID', 'body.role', { role: 'root' }],
    ['INPUT_INVALID', 'body.scope.kind', { scope: { kind: 'planet', id: 'x' } }],
    ['INPUT_INVALID', 'body.scope.id', { scope: { kind: 'cluster', id: 7 } }],
    ['INPUT_INVALID', 'body.untilAt', { untilAt: 'tomorrow' }],
    ['INPUT_INVALID', 'body.untilAt', { untilAt: -1 }],
    ['INPUT_INVALID', 'body.reason', { reason: 'x'.repeat(501) }],
    ['RIGHT_END_PASSED', '', { untilAt: clock.at }],
    ['HOLDER_NOT_FOUND', '', { holder: { kind: 'person', name: 'nobody' } }],
    ['HOLDER_NOT_FOUND', '', { holder: { kind: 'group', name: 'li' } }],
    ['SCOPE_NOT_FOUND', '', { scope: { kind: 'application', id: '' } }],
    ['SCOPE_NOT_FOUND', '', { scope: { kind: 'cluster', id: "' or 1=1 --" } }],
    ['ADMINISTRATOR_SCOPE', '', { role: 'administrator' }],
  ];
  for (const [code, path, given] of wrong) {
    const { body } = await grant(app, given);
    assert.equal(body.code, code, JSON.stringify(given));
    if (path !== '') assert.equal(body.faults[0].path, path, JSON.stringify(body.faults));
  }
  for (const body of [
    {},
    { name: '' },
    { name: ' \t ' },
    { name: 'a\nb' },
    { name: 'a\u0000' },
    { name: 9 },
    { name: 'x'.repeat(65) },
    { name: null },
    { name: ['a'] },
    { name: 'ok', description: 'x'.repeat(501) },
  ])
    assert.equal(
      (await app.call('administrator', 'POST', '/api/groups', body)).body.code,
      'INPUT_INVALID',
      JSON.stringify(body),
    );
  const { body } = await app.call('administrator', 'GET', '/api/rights?holderId=nobody');
  assert.deepEqual(body.items, []);
  for (const role of ['dba', 'requester'] as const) {
    assert.equal((await app.call(role, 'GET', '/api/rights')).body.code, 'NOT_AN_ADMINISTRATOR');
    assert.equal((await app.call(role, 'POST', '/api/groups', { name: 'x' })).body.code, 'NOT_AN_ADMINISTRATOR');
  }
});

scene('who holds rights on something narrower alone is refused what concerns the whole platform', async (app) => {
  const li = await addLi(app);
  await grant(app, {});
  for (const url of ['/api/users', '/api/rights'])
    assert.equal((await app.call({ token: li.token }, 'GET', url)).body.code, 'RIGHT_EVERYWHERE_NEEDED', url);
  const me = await app.call({ token: li.token }, 'GET', '/api/me');
  assert.deepEqual(me.body.narrow, [{ role: 'dba', kind: 'application', id: 'shop' }]);
  assert.equal((await app.call({ token: li.token }, 'GET', '/api/me/rights')).body.rights.length, 1);
  const other = `/api/rights/explanation?thing=cluster&id=${id}&person=administrator`;
  assert.equal((await app.call({ token: li.token }, 'GET', other)).body.code, 'NOT_AN_ADMINISTRATOR');
});
