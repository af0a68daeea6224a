import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fleetProblems, type InstanceActivity } from '@myriad/contract';
import { inLab, type LabServer, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { createTestHttp } from '../../auth/testing.ts';
import { openSimulatedPlatform } from '../../sweeps/testing/simulated-fleet.ts';
import { keepSessions } from './keep-sessions.ts';
import { serveLive } from './routes.ts';

const password = 'Looks-0nly';
/** Break a page, a row or a log that is careless. */
const hostileTable = 'a"`<img src=x onerror=alert(1)>\u202e';

/** Asks until it is so; the last answer says what it was instead. */
async function until<T>(ask: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (const end = performance.now() + 90_000; ; await delay(100)) {
    const value = await ask();
    if (isSo(value)) return value;
    if (performance.now() > end) throw new Error(JSON.stringify(value, null, 1));
  }
}

async function openInside(servers: readonly LabServer[]) {
  const fleet = servers.map(({ address, port, serverId, flavor, version }, index) => ({
    ...{ index, address, port, cluster: 0, flavor, version, serverId, source: null },
  }));
  const platform = await openSimulatedPlatform({ simulator: { fleet }, password, periodSeconds: 1 });
  const { db, metadata, paths } = platform;
  const clock = { now: Date.now };
  const http = await createTestHttp({ db, problems: [fleetProblems] });
  const sessions = keepSessions({ db, metadata, access: paths.access });
  const remembered = async () => ({ at: 1, values: { max_connections: '7' } });
  serveLive(http.http, { db, clock, metadata, access: paths.access, sessions, remembered });
  const close = async () => {
    await http.close();
    await sessions.close();
    await platform[Symbol.asyncDispose]();
  };
  return { ...platform, http, [Symbol.asyncDispose]: close };
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`on a real ${flavor}: who blocks whom, what differs, and what a dead server leaves`, (t) =>
    inLab(t, async ({ folder, use }) => {
      // Far from UTC: MySQL gives a transaction's beginning in the zone of its machine.
      const wrap = (argv: readonly string[]) => ['env', 'TZ=Asia/Shanghai', ...argv];
      const server = use(
        await startServer({
          flavor,
          folder: join(folder, 'one'),
          performanceSchema: flavor === 'mysql' ? 'on' : 'off',
          wrap,
        }),
      );
      const options = ['--max-connections=77', '--sort-buffer-size=1M'];
      const second = use(await startServer({ flavor, folder: join(folder, 'two'), serverId: 2, options }));
      const version = parseVersion(server.version, flavor);
      for (const each of [server, second])
        for (const { sql } of levelStatements(version, 'observe', { user: 'watch', host: '%' }, password))
          await each.rows(sql);
      const quoted = `shop.\`${hostileTable.replaceAll('`', '``')}\``;
      await server.rows('create database shop');
      await server.rows(`create table ${quoted} (id int primary key, n int) engine=InnoDB`);
      await server.rows(`insert into ${quoted} values (1, 0)`);
      await server.rows('create table shop.visit (id int primary key) engine=InnoDB');

      const inside = use(await openInside([server, second]));
      const { http, instanceIds } = inside;
      const [one = '', other = ''] = instanceIds;
      const url = `/api/instances/${one}`;
      assert.equal((await http.call('nobody', 'GET', `${url}/activity`)).status, 401);
      assert.equal((await http.call('requester', 'GET', `${url}/activity`)).body.code, 'NOT_AN_OPERATOR');
      assert.equal((await http.call('dba', 'GET', '/api/instances/none/activity')).body.code, 'INSTANCE_NOT_FOUND');
      const activity = async (): Promise<InstanceActivity> => (await http.call('dba', 'GET', `${url}/activity`)).body;

      const [holder, waiter, reader, changer] = await Promise.all([1, 2, 3, 4].map(() => server.connect('shop')));
      assert.ok(holder && waiter && reader && changer);
      use({
        [Symbol.asyncDispose]: async () => {
          for (const each of [holder, waiter, reader, changer]) each.destroy();
        },
      });
      await waiter.query('set session innodb_lock_wait_timeout = 600');
      await holder.query('begin');
      await holder.query(`update ${quoted} set n = n + 1 where id = 1`);
      const blocked = waiter
        .query(`update ${quoted} set n = n + 10 where id = 1 /* <script>\n\u202e */`)
        .catch(() => undefined);
      await reader.query('begin');
      await reader.query('select * from shop.visit');
      const altered = changer.query('alter table shop.visit add column c int').catch(() => undefined);

      const seen = await until(activity, ({ locks }) => (locks?.waiting ?? 0) >= 2);
      const rows = seen.locks?.rows ?? [];
      const root = rows.find(({ session }) => session === holder.threadId);
      assert.ok(root, JSON.stringify(seen.locks));
      assert.deepEqual([root.depth, root.blocks, root.command], [0, 1, 'Sleep']);
      assert.ok(
        (root.transactionSeconds ?? -1) >= 0 && (root.transactionSeconds ?? 999) < 120,
        `${root.transactionSeconds}`,
      );
      const behind = rows[rows.indexOf(root) + 1];
      assert.equal(behind?.session, waiter.threadId);
      assert.equal(behind.depth, 1);
      assert.equal(behind.wait?.kind, 'row');
      assert.equal(behind.wait.table, hostileTable.replace('\u202e', '\ufffd'));
      assert.match(behind.statement ?? '', /<script> /);
      assert.doesNotMatch(JSON.stringify(seen), /\u202e|\\n/);

      const alter = rows.find(({ session }) => session === changer.threadId);
      assert.equal(alter?.wait?.kind, 'metadata');
      const above = rows[rows.indexOf(alter) - 1];
      if (flavor === 'mysql') {
        assert.deepEqual([above?.session, alter.wait.table], [reader.threadId, 'visit']);
        assert.equal(seen.locks?.metadataLocks.ok, true);
      } else {
        // As it is installed it tells who waits, and not for whom; it says so.
        assert.equal(above?.session, null);
        assert.ok(
          seen.locks && !seen.locks.metadataLocks.ok && /performance_schema/.test(seen.locks.metadataLocks.words.zh),
        );
      }
      assert.ok(seen.sessions?.ok && seen.sessions.items.some(({ own }) => own));
      assert.ok(seen.transactions?.ok && seen.transactions.items.some(({ waitSeconds }) => waitSeconds !== null));
      await Promise.all([holder.query('rollback'), reader.query('rollback')]);
      await Promise.all([blocked, altered]);
      assert.deepEqual((await until(activity, ({ locks }) => locks?.waiting === 0)).locks?.rows, []);

      await server.rows('set global max_connections = 123');
      // Beyond what SHOW shows of a value: alike in one, not in the other; and a text whose letters count.
      const long = (end: string) => `set @a = '${'x'.repeat(2990)}${end}'`;
      for (const [each, end] of [
        [server, 'one'],
        [second, 'two'],
      ] as const) {
        await each.rows(`set global init_connect = "${long(end)}"`);
        await each.rows(`set global ${flavor === 'mysql' ? 'init_replica' : 'init_slave'} = "${long('both')}"`);
      }
      const { body: parameters } = await http.call('dba', 'GET', `${url}/parameters`);
      const limit = parameters.items.find(({ name }: { name: string }) => name === 'max_connections');
      assert.deepEqual([parameters.from, limit.value], ['server', '123']);
      assert.match(limit.source, flavor === 'mysql' ? /dynamic/ : /sql/);
      assert.match(parameters.filesBecause.en, /no way to the host/);
      const compare = (with_: string) => http.call('dba', 'GET', `${url}/parameters/compare?with=${with_}`);
      const { body: compared } = await compare(other);
      const differing = compared.items.filter(
        ({ natural, name }: { natural: boolean; name: string }) => !natural && !name.startsWith('performance_schema'),
      );
      const named = new Map(
        differing.map(({ name, ...both }: { name: string; one: string; other: string }) => [name, both]),
      );
      assert.deepEqual(named.get('max_connections'), { one: '123', other: '77', natural: false });
      const tail = named.get('init_connect') as { one: string; other: string; tail?: boolean } | undefined;
      assert.equal(tail?.tail, true, JSON.stringify(tail));
      assert.notEqual(tail.one, tail.other);
      assert.ok(!named.has('init_replica') && !named.has('init_slave'));
      assert.deepEqual([...named.keys()].includes('sort_buffer_size'), true);
      assert.ok(compared.same > 300 && named.size < 25, `${compared.same} ${[...named.keys()]}`);
      assert.equal((await compare('none')).body.code, 'INSTANCE_NOT_FOUND');

      const { body: replication } = await http.call('dba', 'GET', `${url}/replication`);
      assert.deepEqual([replication.reachable, replication.channels, replication.replicas.items], [true, [], []]);
      const { body: log } = await http.call('dba', 'GET', `${url}/error-log?text=ready`);
      if (flavor === 'mysql') assert.match(log.lines[0].text, /ready for connections/i);
      else assert.match(log.because.en, /no way to the host/);

      await server.kill();
      const dead = await until(activity, ({ reachable }) => !reachable);
      assert.ok(dead.because?.zh && dead.sessions === undefined);
      // An answer serves all who ask within a second, so a look may still be the one before.
      const bodyOf = async (part: string) => (await http.call('dba', 'GET', `${url}/${part}`)).body;
      const kept = await until(
        () => bodyOf('parameters'),
        ({ from }) => from === 'remembered',
      );
      assert.equal(kept.items[0].value, '7');
      await until(
        () => bodyOf('replication'),
        ({ reachable }) => !reachable,
      );
      assert.deepEqual((await http.call('dba', 'GET', `${url}/error-log`)).body.lines, []);
    }));
