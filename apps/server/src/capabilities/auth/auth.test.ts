import assert from 'node:assert/strict';
import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { OpenStore } from '../../platform/database/open-database.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { httpMigrations } from '../../platform/http/migrations.ts';
import { authMigrations } from './migrations.ts';
import { createTestHttp, type TestHttp } from './testing.ts';

const migrations = [...httpMigrations, ...authMigrations];
const password = 'correct horse battery';

function heldClock(): Clock & { pass(milliseconds: number): void } {
  let now = 1_800_000_000_000;
  return {
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const routes = (
  name: string,
  body: (app: TestHttp, store: OpenStore, clock: ReturnType<typeof heldClock>) => Promise<void>,
) =>
  forEachStore(
    name,
    async (store) => {
      const clock = heldClock();
      const app = await createTestHttp({ db: store.db, clock });
      try {
        await body(app, store, clock);
      } finally {
        await app.close();
      }
    },
    { migrations },
  );

const signedIn = [
  ['DELETE', '/api/session'],
  ['GET', '/api/me'],
  ['GET', '/api/users'],
  ['POST', '/api/users'],
  ['GET', '/api/tokens'],
  ['POST', '/api/tokens'],
  ['DELETE', '/api/tokens/x'],
  ['GET', '/api/audit'],
  ['GET', '/api/settings'],
  ['PATCH', '/api/settings'],
] as const;

routes('every route but the public ones asks for a sign-in', async (app, store) => {
  for (const [method, url] of signedIn) {
    for (const caller of ['nobody', { token: 'myr_nonsense' }] as const) {
      const answer = await app.call(caller, method, url);
      assert.deepEqual([method, url, answer.status, answer.body.code], [method, url, 401, 'NOT_SIGNED_IN']);
    }
  }
  assert.deepEqual(await store.db.selectFrom('audit').selectAll().execute(), []);
});

routes('what belongs to administrators is refused to others, and the refusal is on record', async (app) => {
  const user = { name: 'wang', password, roles: ['dba'] };
  for (const role of ['dba', 'requester'] as const) {
    for (const [method, url, body] of [
      ['GET', '/api/users'],
      ['POST', '/api/users', user],
      ['GET', '/api/audit'],
      ['PATCH', '/api/settings', { approveOwnTickets: true }],
    ] as const) {
      const answer = await app.call(role, method, url, body);
      assert.deepEqual([url, answer.status, answer.body.code], [url, 403, 'NOT_AN_ADMINISTRATOR']);
    }
  }
  const audit = await app.call('administrator', 'GET', '/api/audit');
  assert.deepEqual(
    audit.body.items.map((row: { action: string; outcome: string; actorName: string }) => [
      row.action,
      row.outcome,
      row.actorName,
    ]),
    [
      ['settings.change', 'refused', 'requester'],
      ['user.create', 'refused', 'requester'],
      ['settings.change', 'refused', 'dba'],
      ['user.create', 'refused', 'dba'],
    ],
  );
  assert.match(audit.body.items[0].words.zh, /管理员/);
});

routes('bad input is refused with all its faults', async (app) => {
  const answer = await app.call('administrator', 'POST', '/api/users', {
    name: '',
    password: 'short',
    roles: ['king'],
  });
  assert.equal(answer.body.code, 'INPUT_INVALID');
  assert.deepEqual(
    answer.body.faults.map((fault: { path: string }) => fault.path),
    ['body.name', 'body.password', 'body.roles.0'],
  );
  for (const [method, url, body] of [
    ['POST', '/api/session', {}],
    ['POST', '/api/first-run', { token: 'x' }],
    ['POST', '/api/tokens', { name: '', expiresAt: -1 }],
    ['PATCH', '/api/settings', { approveOwnTickets: 'yes' }],
    ['GET', '/api/audit?limit=0', undefined],
    ['GET', '/api/users?cursor=nonsense', undefined],
  ] as const) {
    const refused = await app.call('administrator', method, url, body);
    assert.deepEqual([url, refused.status, refused.body.code], [url, 400, 'INPUT_INVALID']);
  }
});

routes('a user is added once, whatever the case of the name', async (app) => {
  const created = await app.call('administrator', 'POST', '/api/users', {
    name: 'Wang',
    password,
    roles: ['dba', 'dba'],
  });
  assert.equal(created.status, 200);
  assert.deepEqual(created.body.roles, ['dba']);
  assert.doesNotMatch(JSON.stringify(created.body), /argon|password/);
  const again = await app.call('administrator', 'POST', '/api/users', { name: 'wANG', password, roles: ['dba'] });
  assert.deepEqual(
    [again.status, again.body.code, again.body.words.en],
    [409, 'USER_NAME_TAKEN', 'There is a user named wANG already.'],
  );
  const first = await app.call('administrator', 'GET', '/api/users?limit=2');
  const second = await app.call('administrator', 'GET', `/api/users?limit=2&cursor=${first.body.next}`);
  const names = [...first.body.items, ...second.body.items].map((user: { name: string }) => user.name);
  assert.deepEqual(names.toSorted(), ['Wang', 'administrator', 'dba', 'requester']);
  assert.equal(second.body.next, undefined);
  const audit = await app.call('administrator', 'GET', '/api/audit?action=user.create');
  assert.deepEqual(
    audit.body.items.map((row: { outcome: string; resource: string }) => [row.outcome, row.resource]),
    [
      ['refused', '/api/users'],
      ['allowed', `user/${created.body.id}`],
    ],
  );
});

routes('sign-in sets a cookie that ends with sign-out, or after a day', async (app, store, clock) => {
  await app.call('administrator', 'POST', '/api/users', { name: 'li', password, roles: ['requester'] });
  const signIn = async () => {
    const answer = await app.call('nobody', 'POST', '/api/session', { name: 'LI', password });
    assert.equal(answer.status, 200);
    assert.deepEqual([answer.body.name, answer.body.via, answer.body.roles], ['li', 'session', ['requester']]);
    const cookie = String(answer.headers['set-cookie']);
    assert.match(cookie, /HttpOnly; SameSite=Lax/);
    return String(cookie.split(';')[0]);
  };
  const as = (cookie: string, method: 'GET' | 'DELETE', url: string, headers = {}) =>
    app.http.app.inject({ method, url, headers: { cookie, ...headers } });
  const cookie = await signIn();
  assert.equal((await as(cookie, 'GET', '/api/me')).json().name, 'li');
  const stored = await store.db.selectFrom('session').selectAll().execute();
  assert.equal(stored.length, 1);
  assert(!JSON.stringify(stored).includes(cookie.split('=')[1] ?? 'none'));
  const foreign = await as(cookie, 'DELETE', '/api/session', { origin: 'https://evil.example' });
  assert.equal(foreign.json().code, 'WRONG_ORIGIN');
  assert.equal((await as(cookie, 'DELETE', '/api/session')).statusCode, 200);
  assert.equal((await as(cookie, 'GET', '/api/me')).statusCode, 401);
  const second = await signIn();
  clock.pass(25 * 3_600_000);
  assert.equal((await as(second, 'GET', '/api/me')).statusCode, 401);
});

routes('a wrong password, an unknown name and a disabled user get one answer', async (app, store) => {
  await app.call('administrator', 'POST', '/api/users', { name: 'gone', password, roles: ['dba'] });
  await inTransaction(store.db, (tx) =>
    tx.updateTable('user').set({ disabled: 1 }).where('name', '=', 'gone').execute(),
  );
  const answers = [];
  for (const body of [
    { name: 'dba', password: 'wrong' },
    { name: 'nobody at all', password },
    { name: 'gone', password },
  ]) {
    const { status, body: problem } = await app.call('nobody', 'POST', '/api/session', body);
    answers.push([status, problem.code, problem.words.zh]);
  }
  assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  assert.equal(answers[0]?.[1], 'SIGN_IN_REFUSED');
  const rows = await store.db.selectFrom('audit').selectAll().where('action', '=', 'auth.sign-in').execute();
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['refused', 'refused', 'refused'],
  );
  assert(!JSON.stringify(rows).includes('nobody at all'));
});

routes('a disabled user is out at once, with every session and token', async (app, store) => {
  await app.call('administrator', 'POST', '/api/users', { name: 'li', password, roles: ['dba'] });
  const signedIn = await app.call('nobody', 'POST', '/api/session', { name: 'li', password });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const withCookie = async () => (await app.http.app.inject({ url: '/api/me', headers: { cookie } })).statusCode;
  const withToken = async () => (await app.call('dba', 'GET', '/api/me')).status;
  assert.deepEqual([await withCookie(), await withToken()], [200, 200]);
  await inTransaction(store.db, (tx) => tx.updateTable('user').set({ disabled: 1 }).execute());
  assert.deepEqual([await withCookie(), await withToken()], [401, 401]);
});

routes('guessing is slowed, and the right password does not pass the wait', async (app, _store, clock) => {
  await app.call('administrator', 'POST', '/api/users', { name: 'li', password, roles: ['dba'] });
  const tryWith = (text: string) => app.call('nobody', 'POST', '/api/session', { name: 'li', password: text });
  for (let i = 0; i < 5; i++) assert.equal((await tryWith('wrong')).status, 401);
  const blocked = await tryWith(password);
  assert.deepEqual([blocked.status, blocked.body.code, blocked.headers['retry-after']], [429, 'TOO_MANY_TRIES', '2']);
  clock.pass(2_000);
  assert.equal((await tryWith(password)).status, 200);
});

routes('an API token works until it is over or revoked, and is its owner’s alone', async (app, store, clock) => {
  const expiresAt = clock.now() + 1000;
  const made = await app.call('dba', 'POST', '/api/tokens', { name: 'ci', expiresAt });
  assert.equal(made.status, 200);
  assert.match(made.body.secret, /^myr_/);
  const caller = { token: made.body.secret };
  const me = await app.call(caller, 'GET', '/api/me');
  assert.deepEqual([me.body.name, me.body.via], ['dba', 'token']);
  assert(
    !JSON.stringify(await store.db.selectFrom('api_token').selectAll().execute()).includes(made.body.secret.slice(-43)),
  );
  const list = await app.call('dba', 'GET', '/api/tokens');
  const listed = list.body.items.find((token: { name: string }) => token.name === 'ci');
  assert.equal(listed.lastUsedAt, clock.now());
  assert.equal(listed.secret, undefined);
  const other = await app.call('requester', 'DELETE', `/api/tokens/${made.body.id}`);
  assert.deepEqual([other.status, other.body.code], [404, 'TOKEN_NOT_FOUND']);
  assert.equal((await app.call({ token: `${made.body.secret.slice(0, -1)}!` }, 'GET', '/api/me')).status, 401);
  clock.pass(1000);
  assert.equal((await app.call(caller, 'GET', '/api/me')).status, 401);
  const second = await app.call('dba', 'POST', '/api/tokens', { name: 'ci 2' });
  assert.equal((await app.call('dba', 'DELETE', `/api/tokens/${second.body.id}`)).status, 200);
  assert.equal((await app.call({ token: second.body.secret }, 'GET', '/api/me')).status, 401);
});

routes('settings begin safe and change by an administrator', async (app) => {
  assert.deepEqual((await app.call('requester', 'GET', '/api/settings')).body, { approveOwnTickets: false });
  const changed = await app.call('administrator', 'PATCH', '/api/settings', { approveOwnTickets: true });
  assert.deepEqual(changed.body, { approveOwnTickets: true });
  assert.deepEqual((await app.call('dba', 'GET', '/api/settings')).body, { approveOwnTickets: true });
});

routes('the audit log pages without loss and filters', async (app) => {
  for (let i = 0; i < 5; i++)
    await app.call('administrator', 'PATCH', '/api/settings', { approveOwnTickets: i % 2 === 0 });
  const ids: string[] = [];
  let url = '/api/audit?limit=2';
  for (;;) {
    const { body } = await app.call('administrator', 'GET', url);
    ids.push(...body.items.map((row: { id: string }) => row.id));
    if (!body.next) break;
    url = `/api/audit?limit=2&cursor=${body.next}`;
  }
  assert.deepEqual([ids.length, new Set(ids).size], [5, 5]);
  const none = await app.call('administrator', 'GET', `/api/audit?actorId=${app.actorOf('dba').id}`);
  assert.deepEqual(none.body.items, []);
});

forEachStore(
  'the administrator is made once, with the one-time token, however many try at once',
  async ({ db }) => {
    // A server without test users: the first run is still ahead.
    const app = await createTestHttp({ db, clock: heldClock(), withoutUsers: true });
    try {
      assert.deepEqual((await app.call('nobody', 'GET', '/api/first-run')).body, { needed: true });
      const token = (await app.auth.prepareFirstRun())?.token ?? '';
      const wrong = await app.call('nobody', 'POST', '/api/first-run', { token: 'wrong', name: 'root', password });
      assert.equal(wrong.body.code, 'FIRST_RUN_TOKEN');
      const answers = await Promise.all(
        ['a', 'b', 'c'].map((name) => app.call('nobody', 'POST', '/api/first-run', { token, name, password })),
      );
      assert.deepEqual(answers.map((answer) => answer.body.code ?? 'made').toSorted(), [
        'FIRST_RUN_OVER',
        'FIRST_RUN_OVER',
        'made',
      ]);
      const made = answers.find((answer) => answer.status === 200);
      assert.deepEqual(made?.body.roles, ['administrator']);
      assert.match(String(made?.headers['set-cookie']), /^myriad_session=/);
      assert.deepEqual((await app.call('nobody', 'GET', '/api/first-run')).body, { needed: false });
      assert.equal(await app.auth.prepareFirstRun(), undefined);
      assert(!app.lines.join('\n').includes(token));
    } finally {
      await app.close();
    }
  },
  { migrations },
);
