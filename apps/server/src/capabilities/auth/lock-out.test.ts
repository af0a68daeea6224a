import assert from 'node:assert/strict';
import { forEachStore } from '../../platform/database/testing.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { authMigrations } from './migrations.ts';
import { createTestHttp, type TestHttp } from './testing.ts';

const migrations = [...httpMigrations, ...authMigrations];
const password = 'correct horse battery';
const another = 'staple of another kind';

const routes = (name: string, body: (app: TestHttp) => Promise<void>) =>
  forEachStore(
    name,
    async ({ db }) => {
      const app = await createTestHttp({ db });
      try {
        await body(app);
      } finally {
        await app.close();
      }
    },
    { migrations },
  );

/** A user with a browser session and an API token of their own. */
async function addPerson(app: TestHttp, name: string, roles: readonly string[]) {
  const { id } = (await app.call('administrator', 'POST', '/api/users', { name, password, roles })).body;
  const signIn = async (text: string) => {
    const answer = await app.call('nobody', 'POST', '/api/session', { name, password: text });
    return { status: answer.status, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '' };
  };
  const { cookie } = await signIn(password);
  const withCookie = (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, as = cookie) =>
    app.http.app.inject({ method, url, headers: { cookie: as }, ...(payload ? { payload } : {}) });
  const token: string = (await withCookie('POST', '/api/tokens', { name: 'own' })).json().secret;
  const states = async () => [
    (await withCookie('GET', '/api/me')).statusCode,
    (await app.call({ token }, 'GET', '/api/me')).status,
  ];
  assert.deepEqual(await states(), [200, 200]);
  return { id: String(id), token, signIn, withCookie, states };
}

/** Every new route that names a user, with a body it would take. */
const about = (userId: string) =>
  [
    ['POST', `/api/users/${userId}/disable`, undefined],
    ['POST', `/api/users/${userId}/enable`, undefined],
    ['PUT', `/api/users/${userId}/roles`, { roles: ['dba'] }],
    ['PUT', `/api/users/${userId}/password`, { password: another }],
    ['DELETE', `/api/users/${userId}/sessions`, undefined],
  ] as const;

routes('locking out is for signed-in administrators, of users that exist', async (app) => {
  const userId = app.actorOf('dba').id;
  const own = ['PUT', '/api/me/password', { oldPassword: password, newPassword: another }] as const;
  for (const [method, url, body] of [...about(userId), own]) {
    const answer = await app.call('nobody', method, url, body);
    assert.deepEqual([url, answer.status, answer.body.code], [url, 401, 'NOT_SIGNED_IN']);
  }
  for (const [method, url, body] of about(userId)) {
    const answer = await app.call('dba', method, url, body);
    assert.deepEqual([url, answer.status, answer.body.code], [url, 403, 'NOT_AN_ADMINISTRATOR']);
  }
  for (const [method, url, body] of about('nobody')) {
    const answer = await app.call('administrator', method, url, body);
    assert.deepEqual([url, answer.status, answer.body.code], [url, 404, 'USER_NOT_FOUND']);
    assert.match(answer.body.words.zh, /用户/);
  }
  for (const [method, url, body] of [
    ['PUT', `/api/users/${userId}/roles`, { roles: [] }],
    ['PUT', `/api/users/${userId}/roles`, { roles: ['king'] }],
    ['PUT', `/api/users/${userId}/password`, { password: 'short' }],
    ['PUT', '/api/me/password', { oldPassword: password, newPassword: 'short' }],
  ] as const) {
    const answer = await app.call('administrator', method, url, body);
    assert.deepEqual([url, answer.status, answer.body.code], [url, 400, 'INPUT_INVALID']);
  }
});

routes('a disabled user is out at once and stays out until enabled again', async (app) => {
  const li = await addPerson(app, 'li', ['dba']);
  for (let i = 0; i < 2; i++) {
    const disabled = await app.call('administrator', 'POST', `/api/users/${li.id}/disable`);
    assert.deepEqual([disabled.status, disabled.body.disabled, disabled.body.name], [200, true, 'li']);
  }
  assert.deepEqual(await li.states(), [401, 401]);
  assert.equal((await li.signIn(password)).status, 401);
  const enabled = await app.call('administrator', 'POST', `/api/users/${li.id}/enable`);
  assert.deepEqual([enabled.status, enabled.body.disabled], [200, false]);
  assert.deepEqual(await li.states(), [401, 200], 'the session ended for good, the token counts again');
  assert.equal((await li.signIn(password)).status, 200);
  const audit = await app.call('administrator', 'GET', '/api/audit?action=user.disable');
  assert.deepEqual(
    audit.body.items.map((row: Record<string, unknown>) => [row.outcome, row.resource, row.actorName]),
    [
      ['allowed', `user/${li.id}`, 'administrator'],
      ['allowed', `user/${li.id}`, 'administrator'],
    ],
  );
});

routes('roles hold from the next call on', async (app) => {
  const li = await addPerson(app, 'li', ['requester']);
  const changed = await app.call('administrator', 'PUT', `/api/users/${li.id}/roles`, {
    roles: ['administrator', 'dba', 'dba'],
  });
  assert.deepEqual([changed.status, changed.body.roles], [200, ['administrator', 'dba']]);
  assert.equal((await app.call({ token: li.token }, 'GET', '/api/users')).status, 200);
  await app.call('administrator', 'PUT', `/api/users/${li.id}/roles`, { roles: ['dba'] });
  assert.equal((await app.call({ token: li.token }, 'GET', '/api/users')).status, 403);
});

routes('the last enabled administrator stays one, however it is tried', async (app) => {
  const { id } = app.actorOf('administrator');
  const refusal = async (method: string, url: string, body?: object) => {
    const answer = await app.call('administrator', method, url, body);
    return [answer.status, answer.body.code];
  };
  assert.deepEqual(await refusal('POST', `/api/users/${id}/disable`), [409, 'LAST_ADMINISTRATOR']);
  assert.deepEqual(await refusal('PUT', `/api/users/${id}/roles`, { roles: ['dba'] }), [409, 'LAST_ADMINISTRATOR']);
  const li = await addPerson(app, 'li', ['administrator']);
  await app.call('administrator', 'POST', `/api/users/${li.id}/disable`);
  assert.deepEqual(await refusal('POST', `/api/users/${id}/disable`), [409, 'LAST_ADMINISTRATOR']);
  await app.call('administrator', 'POST', `/api/users/${li.id}/enable`);
  // Both at once, each the other: one of them is left.
  const answers = await Promise.all([
    app.call('administrator', 'POST', `/api/users/${li.id}/disable`),
    app.call({ token: li.token }, 'POST', `/api/users/${id}/disable`),
  ]);
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  const left = await Promise.all(
    (['administrator', { token: li.token }] as const).map(async (as) => (await app.call(as, 'GET', '/api/me')).status),
  );
  assert.deepEqual(left.toSorted(), [200, 401]);
});

routes('a reset password opens nothing any more, nor does what it had opened', async (app) => {
  const li = await addPerson(app, 'li', ['dba']);
  const reset = await app.call('administrator', 'PUT', `/api/users/${li.id}/password`, { password: another });
  assert.deepEqual([reset.status, reset.body], [200, { sessions: 1, tokens: 1 }]);
  assert.deepEqual(await li.states(), [401, 401]);
  assert.equal((await li.signIn(password)).status, 401);
  assert.equal((await li.signIn(another)).status, 200);
  const audit = await app.call('administrator', 'GET', '/api/audit');
  assert.doesNotMatch(JSON.stringify(audit.body) + app.lines.join('\n'), new RegExp(`${another}|${password}`));
});

routes('a password can be made by the server: shown once, kept nowhere, and it works', async (app) => {
  const li = await addPerson(app, 'li', ['dba']);
  const url = `/api/users/${li.id}/password`;
  const first = await app.call('administrator', 'PUT', url, {});
  assert.deepEqual([first.status, first.body.sessions, first.body.tokens], [200, 1, 1]);
  assert.match(first.body.password, /^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  assert.deepEqual([(await li.signIn(password)).status, (await li.signIn(first.body.password)).status], [401, 200]);
  const second = await app.call('administrator', 'PUT', url, {});
  assert.notEqual(second.body.password, first.body.password);
  assert.equal((await li.signIn(first.body.password)).status, 401);
  const audit = await app.call('administrator', 'GET', '/api/audit?action=user.reset-password');
  assert.deepEqual(
    audit.body.items.map((row: Record<string, unknown>) => [row.outcome, row.resource]),
    [
      ['allowed', `user/${li.id}`],
      ['allowed', `user/${li.id}`],
    ],
  );
  assert(!(JSON.stringify(audit.body) + app.lines.join('\n')).includes(second.body.password));
});

routes('a user in the list says why the last administrator stays one', async (app) => {
  const abilities = async () => {
    const { items } = (await app.call('administrator', 'GET', '/api/users')).body;
    return Object.fromEntries(items.map((user: Record<string, unknown>) => [user.name, user.abilities]));
  };
  const alone = await abilities();
  for (const name of ['disable', 'dropAdministrator']) {
    const { allowed, because, words } = alone.administrator[name];
    assert.deepEqual([allowed, because], [false, 'LAST_ADMINISTRATOR']);
    assert.match(words.zh, /^administrator 是唯一/);
  }
  assert.deepEqual(alone.dba, { disable: { allowed: true }, dropAdministrator: { allowed: true } });
  const li = await addPerson(app, 'li', ['administrator']);
  assert.deepEqual((await abilities()).administrator, alone.dba);
  const disabled = await app.call('administrator', 'POST', `/api/users/${li.id}/disable`);
  assert.deepEqual(disabled.body.abilities, alone.dba, 'one who is disabled counts for nobody');
  assert.deepEqual(await abilities(), { ...alone, li: alone.dba });
});

routes('ending the sessions of a user signs them out everywhere, and nobody else', async (app) => {
  const li = await addPerson(app, 'li', ['dba']);
  const wang = await addPerson(app, 'wang', ['dba']);
  const ended = await app.call('administrator', 'DELETE', `/api/users/${li.id}/sessions`);
  assert.deepEqual([ended.status, ended.body], [200, { sessions: 1, tokens: 1 }]);
  assert.deepEqual(
    [await li.states(), await wang.states()],
    [
      [401, 401],
      [200, 200],
    ],
  );
  assert.equal((await li.signIn(password)).status, 200);
});

routes('people change their own password with the old one; their other sessions end', async (app) => {
  const li = await addPerson(app, 'li', ['requester']);
  const elsewhere = await li.signIn(password);
  const change = async (oldPassword: string, newPassword: string) => {
    const answer = await li.withCookie('PUT', '/api/me/password', { oldPassword, newPassword });
    return [answer.statusCode, answer.json().code ?? answer.json()];
  };
  assert.deepEqual(await change('not this one', another), [403, 'OLD_PASSWORD_WRONG']);
  assert.deepEqual(await change(password, password), [422, 'PASSWORD_UNCHANGED']);
  assert.deepEqual(await change(password, another), [200, { sessions: 1 }]);
  assert.deepEqual(await li.states(), [200, 200]);
  assert.equal((await li.withCookie('GET', '/api/me', undefined, elsewhere.cookie)).statusCode, 401);
  assert.equal((await li.signIn(password)).status, 401);
  for (let i = 0; i < 4; i++) await change('not this one', password);
  assert.deepEqual(await change(another, password), [429, 'TOO_MANY_TRIES']);
});
