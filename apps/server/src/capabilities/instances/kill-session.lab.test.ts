import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureTree, LabUnavailable } from '@myriad/lab';
import type { MysqlSession } from '@myriad/paths';
import { StepFailure } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { KillInput } from './kill-form.ts';
import { killSessionStep } from './steps/kill-session.ts';
import { type LabPlatform, startLabPlatform } from './testing/lab-platform.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await ensureTree(flavor);
  describe(`ending sessions on ${flavor}`, { skip: 'missing' in tree ? tree.words.en : false }, () => {
    let platform: LabPlatform;
    let missing: string | undefined;
    let instanceId = '';

    before(async () => {
      try {
        platform = await startLabPlatform({ hosts: 1 });
      } catch (error) {
        if (!(error instanceof LabUnavailable)) throw error;
        missing = error.message;
        return;
      }
      const { id: packageId } = await platform.registerTree(flavor);
      const port = 21_000 + Math.floor(Math.random() * 300) * 2;
      const form = { name: 'solo', packageId, port, memoryMib: 384, environment: 'test', topology: 'single' };
      assert.equal((await platform.run('resource.new-cluster', form)).state, 'done');
      instanceId = (await platform.metadata.listInstances(platform.db))[0]?.id ?? '';
      for (const sql of [
        'create database shop',
        'create table shop.t (id int primary key, n int)',
        'insert into shop.t values (1, 0), (2, 0)',
        "create user app@localhost identified by 'app-0-App'",
        'grant all on shop.* to app@localhost',
      ])
        await root(sql);
    });
    after(() => platform?.stop());

    const root = async (sql: string) => {
      await using session = await platform.access.openInstance(instanceId, { as: 'root' });
      return await session.query(sql);
    };
    /** As an application: over the socket, so that no address has to be let in. */
    const asApplication = async (): Promise<{ session: MysqlSession; id: number }> => {
      const { hostId, directory } = await platform.metadata.getInstance(platform.db, instanceId);
      const at = { socket: `${directory}/run/mysql.sock` };
      const session = await platform.access.openMysqlAt(hostId, { at, user: 'app', password: 'app-0-App', tls: 'off' });
      return { session, id: Number((await session.query('select connection_id() as id'))[0]?.id) };
    };
    const seen = async (id: number) => (await root('show full processlist')).find((row) => Number(row.Id) === id);
    // Slower than every 100 ms: InnoDB makes its list of transactions anew only when nobody has read it for that long
    // (CACHE_MIN_IDLE_TIME in its trx0i_s.cc), so whoever asks faster is shown the same old list for ever.
    const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
      for (const deadline = performance.now() + 60_000; ; ) {
        const found = await look();
        if (found) return found;
        if (performance.now() > deadline) throw new Error('waited 60 s in vain');
        await pause(250);
      }
    };
    const form = (sessionId: number, more: object = {}) => ({ instanceId, sessionId, ...more });
    const run = async (form: object) => {
      const done = await platform.run('service.kill-session', form);
      assert.equal(done.state, 'done', JSON.stringify(done.view.steps.map(({ error }) => error)));
      return done;
    };

    test('what a session runs is ended, the session and its transaction stay', async (context) => {
      if (missing) return context.skip(missing);
      const { session, id } = await asApplication();
      await using app = session;
      await app.query('begin');
      await app.query('update shop.t set n = 1 where id = 1');
      const slow = app.query('select sleep(300)', [], { timeoutSeconds: 280 }).then(
        (rows) => rows,
        (error: Error) => error,
      );
      await until(async () => /sleep/.test(String((await seen(id))?.Info)));
      const { plan } = await run(form(id, { end: 'query', user: 'app' }));
      assert.match(plan.title.en, /End what session \d+ runs .*app@.*transaction open for \d+ s$/);
      assert.equal(KillInput.parse(plan.calls[0]?.input).statement, 'select sleep(?)');
      await slow;
      assert.equal((await app.query('select n from shop.t where id = 1'))[0]?.n, 1);
    });

    test('a connection is cut, its changes rolled back, and the plan said how many', async (context) => {
      if (missing) return context.skip(missing);
      const { session, id } = await asApplication();
      await using app = session;
      await app.query('begin');
      await app.query('update shop.t set n = 9');
      const open = `select 1 from information_schema.innodb_trx where trx_mysql_thread_id = ${id} and trx_rows_modified = 2`;
      await until(async () => (await root(open)).length > 0);
      const { plan } = await run(form(id, { end: 'connection' }));
      assert.match(plan.title.en, /Cut session .*; 2 changed rows will be rolled back/);
      assert.equal(await seen(id), undefined);
      await assert.rejects(app.query('select 1'));
      assert.deepEqual(
        (await root('select sum(n) as n from shop.t')).map(({ n }) => Number(n)),
        [0],
      );
      // The very step again, as after a crash: nobody is ended a second time.
      const { body } = killSessionStep.step;
      assert.ok('run' in body);
      const again = await body.run(
        { ...platform.ports, signal: AbortSignal.timeout(60_000), via: () => {}, say: () => {} },
        plan.calls[0]?.input,
      );
      assert.equal(again.how, 'gone');
    });

    test('a number that belongs to somebody else by now ends nobody', async (context) => {
      if (missing) return context.skip(missing);
      const { session, id } = await asApplication();
      await using app = session;
      const prepared = await platform.prepare('service.kill-session', form(id, { end: 'connection' }));
      const { body } = killSessionStep.step;
      assert.ok('run' in body);
      const step = { ...platform.ports, signal: AbortSignal.timeout(60_000), via: () => {}, say: () => {} };
      for (const other of [{ user: 'other' }, { host: '10.0.0.1:5' }, { serverStartedAt: 1 }])
        await assert.rejects(
          body.run(step, { ...prepared.taskInput, ...other }),
          (error) => error instanceof StepFailure && error.error.code === 'SESSION_IS_ANOTHER',
          JSON.stringify(other),
        );
      // A statement that is over by now: the session goes on unharmed.
      const moved = await body.run(step, {
        ...prepared.taskInput,
        end: 'query',
        statement: 'select ?',
        statementStartedAt: 1,
      });
      assert.equal(moved.how, 'moved-on');
      assert.equal((await app.query('select 1 as one'))[0]?.one, 1);
    });

    test('ten wrong forms are refused, and nobody is ended', async (context) => {
      if (missing) return context.skip(missing);
      const { session, id } = await asApplication();
      await using app = session;
      await using own = await platform.access.openInstance(instanceId, { as: 'admin' });
      const ownId = Number((await own.query('select connection_id() as id'))[0]?.id);
      const daemon = (await root('show full processlist')).find(({ User: user }) => /system|event/.test(String(user)));
      const wrong: readonly (readonly [form: object, path: string, says: RegExp])[] = [
        [{ sessionId: id }, 'instanceId', /./],
        [{ instanceId }, 'sessionId', /./],
        [form(0), 'sessionId', /./],
        [form(-5), 'sessionId', /./],
        [{ instanceId, sessionId: '7; drop table t' }, 'sessionId', /./],
        [form(id, { end: 'everything' }), 'end', /./],
        [form(99_999_999), 'sessionId', /no session/],
        [form(id, { end: 'query' }), 'end', /runs nothing/],
        [form(id, { end: 'connection', user: 'somebody' }), 'sessionId', /another by now/],
        [form(id, { end: 'connection', host: '10.9.9.9:1' }), 'sessionId', /another by now/],
        [form(ownId, { end: 'connection' }), 'sessionId', /platform’s own/],
        ...(daemon
          ? [[form(Number(daemon.Id), { end: 'connection' }), 'sessionId', /belongs to the server/] as const]
          : []),
        [{ instanceId: 'nobody', sessionId: id }, '', /INSTANCE_NOT_FOUND/],
      ];
      for (const [given, path, says] of wrong) {
        const told = await platform.prepare('service.kill-session', given).then(
          () => [{ path: '', words: 'accepted' }],
          (error: unknown) => faultsOf(error),
        );
        assert.ok(
          told.some((fault) => fault.path === path && says.test(fault.words)),
          `${JSON.stringify(given)}: ${JSON.stringify(told)}`,
        );
      }
      assert.equal((await app.query('select 1 as one'))[0]?.one, 1);
    });
  });
}

function faultsOf(error: unknown): readonly { readonly path: string; readonly words: string }[] {
  if (error instanceof ProblemError)
    return error.faults.length > 0
      ? error.faults.map(({ path, words }) => ({ path, words: words.en }))
      : [{ path: '', words: error.code }];
  if (error !== null && typeof error === 'object' && 'issues' in error)
    return (error.issues as { path: string[]; message: string }[]).map(({ path, message }) => ({
      path: String(path[0] ?? ''),
      words: message,
    }));
  throw error;
}
