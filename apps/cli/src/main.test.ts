import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createTestHttp } from '../../server/src/capabilities/auth/testing.ts';
import { insertFreeze } from '../../server/src/capabilities/tasks/store/freezes.ts';
import { createTicketLab, type TicketLab, testMigrations } from '../../server/src/capabilities/tickets/testing.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { inTransaction } from '../../server/src/platform/database/in-transaction.ts';
import { type OpenStore, openDatabase } from '../../server/src/platform/database/open-database.ts';

const password = 'correct horse battery';

describe('the command line on a real server', () => {
  let folder = '';
  let store: OpenStore;
  let lab: TicketLab;
  let url = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'myriad-cli-'));
    store = await openDatabase({ store: { file: join(folder, 'store.db') }, migrations: testMigrations });
    lab = await createTicketLab(store.db, systemClock);
    await lab.http.app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(lab.http.app.server.address() as AddressInfo).port}`;
    for (const [name, role] of [
      ['ann', 'requester'],
      ['bob', 'dba'],
    ])
      await lab.call('administrator', 'POST', '/api/users', { name, password, roles: [role] });
  });
  after(async () => {
    await lab.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  interface Ran {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  }

  /** `myriad …` as this person: each has a home of their own. */
  function myriad(person: string, words: readonly string[], input = ''): Promise<Ran> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
        env: { PATH: process.env.PATH, LANG: 'C', XDG_CONFIG_HOME: join(folder, person), HOME: folder },
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  }

  test('sign in, ask, look, approve, sign out', async () => {
    for (const name of ['ann', 'bob']) {
      const ran = await myriad(name, ['login', '--url', url, '--name', name, '--password-stdin'], `${password}\n`);
      assert.equal(ran.code, 0, ran.err);
    }
    const file = join(folder, 'ann', 'myriad', 'sign-in.json');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(join(folder, 'ann', 'myriad')), ['sign-in.json']);
    assert.match((await myriad('ann', ['whoami'])).out, /^ann \(requester\) http/);

    const set = ['--set', 'trees=["elm","ash"]', '--set', 'basket=2'];
    const preview = await myriad('ann', ['ticket', 'preview', 'orchard.pick', ...set, '--lang', 'zh']);
    assert.match(preview.out, /采摘 elm[\s\S]*摘梨/);
    const submitted = await myriad('ann', ['ticket', 'submit', 'orchard.pick', ...set, '--json']);
    const ticket = JSON.parse(submitted.out);
    assert.equal(ticket.number, 'R-1');

    const refused = await myriad('ann', ['ticket', 'approve', 'R-1', '--plan-hash', ticket.planHash, '--json']);
    assert.deepEqual([refused.code, JSON.parse(refused.out).code], [3, 'NOT_AN_APPROVER']);
    assert.equal((await myriad('bob', ['ticket', 'approve', 'R-1'])).code, 2, 'nobody to ask: the hash is needed');
    const other = await myriad('bob', ['ticket', 'approve', 'R-1', '--plan-hash', 'other']);
    assert.equal(other.code, 5);
    assert.match(other.err, /PLAN_CHANGED/);
    const approved = await myriad('bob', ['ticket', 'approve', 'R-1', '--plan-hash', ticket.planHash]);
    assert.equal(approved.code, 0, approved.err);
    assert.match(approved.out, /approved/);
    assert.match((await myriad('bob', ['ticket', 'list'])).out, /NUMBER .*\nR-1 +approved/);

    assert.equal((await myriad('ann', ['logout'])).code, 0);
    const signedOut = await myriad('ann', ['ticket', 'list', '--url', url]);
    assert.equal(signedOut.code, 3);
    assert.match(signedOut.err, /myriad login/);
  });

  test('a task is watched until it ends, or until it waits for a person', async () => {
    await myriad('bob', ['login', '--url', url, '--name', 'bob', '--password-stdin'], password);
    lab.outbox.start(lab.tasks.outboxHandlers);
    await lab.tasks.start();
    try {
      lab.orchard.rotten.add('oak');
      const ticket = (
        await lab.call('requester', 'POST', '/api/tickets', { kind: 'orchard.pick', form: { trees: ['oak'] } })
      ).body;
      const approved = await myriad('bob', [
        'ticket',
        'approve',
        ticket.number,
        '--plan-hash',
        ticket.planHash,
        '--json',
      ]);
      const { taskId } = JSON.parse(approved.out).subTickets[0];
      const paused = await myriad('bob', ['task', 'watch', taskId]);
      assert.equal(paused.code, 5, paused.err);
      assert.match(paused.out, new RegExp(`myriad task retry ${taskId}`));
      lab.orchard.rotten.clear();
      const watching = myriad('bob', ['task', 'watch', taskId, '--json']);
      assert.equal((await myriad('bob', ['task', 'retry', taskId])).code, 0);
      const watched = await watching;
      if (watched.code === 5) assert.equal((await myriad('bob', ['task', 'watch', taskId])).code, 0);
      else assert.deepEqual([watched.code, JSON.parse(watched.out).state], [0, 'done'], watched.err);
      const show = await myriad('bob', ['ticket', 'show', ticket.number, '--json']);
      assert.equal(JSON.parse(show.out).state, 'done');
      assert.equal((await myriad('bob', ['task', 'cancel', taskId])).code, 5, 'an ended task is not cancelled');
      assert.match(
        (await myriad('bob', ['task', 'list', '--state', 'done', '--lang', 'zh'])).out,
        /已完成 +1\/1 +采摘 oak/,
      );
    } finally {
      await lab.tasks.stop();
      await lab.outbox.stop();
    }
  });

  test('in a change freeze an approval waits for its end, or says why it does not', async () => {
    for (const name of ['ann', 'bob'])
      await myriad(name, ['login', '--url', url, '--name', name, '--password-stdin'], password);
    const at = Date.now();
    const frozen = {
      ...{ id: 'freeze-1', name: 'Year end', reason: 'books close', fromAt: at - 3_600_000, untilAt: at + 3_600_000 },
      scope: { kind: 'everything' as const },
    };
    await inTransaction(store.db, (tx) => insertFreeze(tx, frozen, { by: { id: 'x', name: 'x' }, at }));
    const submitted = await myriad('ann', ['ticket', 'submit', 'orchard.pick', '--set', 'trees=["yew"]', '--json']);
    const { number, planHash } = JSON.parse(submitted.out);
    const approve = (...flags: string[]) =>
      myriad('bob', ['ticket', 'approve', number, '--plan-hash', planHash, '--json', ...flags]);
    const answer = async (ran: Promise<Ran>) => {
      const { code, out } = await ran;
      return [code, JSON.parse(out).code];
    };
    assert.deepEqual(await answer(approve()), [5, 'CHANGE_FREEZE_IN_FORCE']);
    assert.deepEqual(await answer(approve('--override-freeze', 'now')), [3, 'FREEZE_OVERRIDE_NOT_ALLOWED']);
    assert.equal((await approve('--override-freeze', 'now', '--after-freeze')).code, 2);
    const waits = JSON.parse((await approve('--after-freeze')).out);
    assert.deepEqual([waits.state, waits.subTickets[0].heldUntil], ['approved', frozen.untilAt]);
    await store.db.deleteFrom('change_freeze').where('id', '=', frozen.id).execute();
  });

  test('the administrator of a fresh server is made with the token it printed', async () => {
    const fresh = await openDatabase({ store: { file: join(folder, 'fresh.db') }, migrations: testMigrations });
    const app = await createTestHttp({ db: fresh.db, withoutUsers: true });
    try {
      await app.http.app.listen({ host: '127.0.0.1', port: 0 });
      const at = `http://127.0.0.1:${(app.http.app.server.address() as AddressInfo).port}`;
      const { token } = (await app.auth.prepareFirstRun()) ?? { token: '' };
      const firstRun = ['first-run', '--url', at, '--name', 'admin', '--secrets-stdin'];
      assert.equal((await myriad('admin', firstRun, `wrong\n${password}\n`)).code, 3);
      const made = await myriad('admin', firstRun, `${token}\n${password}\n`);
      assert.equal(made.code, 0, made.err);
      const login = ['login', '--url', at, '--name', 'admin', '--password-stdin'];
      assert.equal((await myriad('admin', login, `${password}\n`)).code, 0);
    } finally {
      await app.close();
      await fresh.close();
    }
  });

  test('each way to fail has its exit code', async () => {
    const ran = async (...words: string[]) => (await myriad('nobody', words)).code;
    assert.equal(await ran('--help'), 0);
    assert.equal(await ran('ticket', '--help'), 0);
    assert.equal(await ran(), 2);
    assert.equal(await ran('dance'), 2);
    assert.equal(await ran('ticket', 'dance'), 2);
    assert.equal(await ran('ticket', 'show'), 2);
    assert.equal(await ran('ticket', 'list', '--url', url), 3);
    await myriad('nobody', ['login', '--url', url, '--name', 'bob', '--password-stdin'], password);
    assert.equal(await ran('ticket', 'show', 'R-99'), 4);
    assert.equal(await ran('ticket', 'submit', 'orchard.pick', '--set', 'trees=[]'), 2);
    const wrong = await myriad(
      'nobody',
      ['login', '--url', url, '--name', 'bob', '--password-stdin'],
      'wrong wrong wrong',
    );
    assert.equal(wrong.code, 3, wrong.err);
    assert.equal(await ran('whoami', '--url', 'http://127.0.0.1:24009'), 3, 'a token goes to its own server only');
    await myriad('nobody', ['login', '--url', 'http://127.0.0.1:24009', '--name', 'b', '--password-stdin'], 'x').then(
      ({ code }) => assert.equal(code, 6),
    );
  });

  test('asking how the server is started does not start it', async () => {
    const home = await readdir(folder);
    assert.match((await myriad('nobody', ['start', '--help'])).out, /Usage: myriad start/);
    const wrong = await myriad('nobody', ['start', '--port', '80']);
    assert.deepEqual([wrong.code, wrong.out], [2, '']);
    assert.match((await myriad('nobody', ['docs', '--help'])).out, /Usage: myriad docs/);
    assert.deepEqual(await readdir(folder), home);
  });

  test('people change their own password, and an administrator locks a user out', async () => {
    await lab.call('administrator', 'POST', '/api/users', { name: 'cas', password, roles: ['requester'] });
    await lab.call('administrator', 'POST', '/api/users', { name: 'ada', password, roles: ['administrator'] });
    const another = 'staple of another kind';
    for (const name of ['cas', 'ada']) {
      const signedIn = await myriad(name, ['login', '--url', url, '--name', name, '--password-stdin'], `${password}\n`);
      assert.equal(signedIn.code, 0, signedIn.err);
    }
    const wrong = await myriad('cas', ['password', '--passwords-stdin'], `not this one\n${another}\n`);
    assert.match(wrong.err, /OLD_PASSWORD_WRONG/);
    assert.match(
      (await myriad('cas', ['password', '--passwords-stdin'], `${password}\n`)).err,
      /new password is missing/,
    );
    const changed = await myriad('cas', ['password', '--passwords-stdin'], `${password}\n${another}\n`);
    assert.deepEqual([changed.code, changed.err], [0, '']);
    assert.equal((await lab.call('nobody', 'POST', '/api/session', { name: 'cas', password: another })).status, 200);
    assert.match((await myriad('ada', ['user', 'disable', 'cas'])).out, /cas is disabled/);
    assert.match((await myriad('cas', ['whoami'])).err, /NOT_SIGNED_IN/);
  });
});
