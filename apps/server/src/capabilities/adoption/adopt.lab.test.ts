import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inLab, type LabServer, makeUgly, startReplicationSet, uglyFlaws } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { openDatabase } from '../../platform/database/open-database.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './testing/adoption-platform.ts';
import { statementsOf } from './testing/general-log.ts';

const account = { user: 'my_watch', password: 'Looks-0nly-7' };
const placeOf = ({ address, port }: LabServer) => `${address}:${port}`;

const executed = async (server: LabServer) => {
  const isMysql = server.flavor === 'mysql';
  const [row] = await server.rows(`select ${isMysql ? '@@gtid_executed' : '@@gtid_binlog_state'} as gtids`);
  return row?.gtids;
};

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`an ugly ${flavor} cluster is taken over by a ticket: every flaw is named, and not one byte is written on it`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const options = ['--general-log=ON', '--log-output=FILE', '--general-log-file=general.log'];
      const set = use(await startReplicationSet({ flavor, replicas: 2, folder, options }));
      const [filtered, written] = set.replicas;
      assert.ok(filtered && written);
      const { primary } = set;
      const version = parseVersion(primary.version, flavor);
      for (const { sql } of levelStatements(version, 'observe', { user: account.user, host: '%' }, account.password))
        await primary.rows(sql);
      await makeUgly(set, filtered, written);
      const all = [primary, filtered, written];
      const before = await Promise.all(all.map(executed));

      const store = await openDatabase({
        store: { file: join(folder, 'store.db') },
        migrations: adoptionTestMigrations,
      });
      use({ [Symbol.asyncDispose]: () => store.close() });
      const platform = use(await openAdoptionPlatform(store.db));
      await platform.allow('127.0.0.0/8');
      const begun = performance.now();
      // The primary is not named: its replicas say where it is.
      const found = await platform.discover({ text: [filtered, written].map(placeOf).join('\n'), account });
      assert.equal(found.state, 'done', JSON.stringify(found.words));
      assert.deepEqual([found.clusters.length, found.progress.answered], [1, 3], JSON.stringify(found.leftOut));
      const [cluster] = found.clusters;
      assert.ok(cluster);
      assert.deepEqual([cluster.graph.shape, cluster.abilities.adopt.allowed], ['primary-replicas', true]);
      const [P, F, W] = all.map(placeOf) as [string, string, string];
      const named = new Set(cluster.findings.map(({ code, on = 'cluster' }) => `${code} ${on}`));
      const wanted = uglyFlaws(flavor, { cluster: 'cluster', primary: P, filtered: F, written: W });
      assert.deepEqual(
        wanted.filter((one) => !named.has(one)),
        [],
        [...named].join('\n'),
      );
      const refusedPromotion = cluster.limits.filter(({ act }) => act === 'promote').map(({ on }) => on);
      assert.deepEqual(new Set(refusedPromotion), new Set([F, W]));
      assert.deepEqual(cluster.servers.map(({ id, missing, surplus }) => [id, missing, surplus]).sort(), [
        ...[P, F, W].sort().map((id) => [id, [], []]),
      ]);

      const form = { discoveryId: found.id, clusters: [{ key: cluster.key, name: 'ugly', environment: 'test' }] };
      const ticket = await platform.runTicket('fleet.adopt', form);
      assert.equal(ticket.state, 'done', JSON.stringify(ticket));
      assert.ok(performance.now() - begun < 120_000, 'within two minutes');

      const { body: page } = await platform.call('dba', 'GET', '/api/clusters');
      const [adopted] = page.items;
      assert.deepEqual([adopted.name, adopted.level, adopted.instances.length], ['ugly', 'observe', 3]);
      const roles = new Map(
        adopted.instances.map((one: { address: string; port: number; role: string; id: string }) => [
          `${one.address}:${one.port}`,
          one,
        ]),
      ) as Map<string, { role: string; id: string; abilities: { stop: { because?: string } } }>;
      assert.deepEqual(
        [P, F, W].map((id) => roles.get(id)?.role),
        ['primary', 'replica', 'replica'],
      );
      assert.equal(roles.get(P)?.abilities.stop.because, 'INSTANCE_NOT_MANAGED');
      assert.equal(adopted.abilities.restart.because, 'INSTANCE_NOT_MANAGED');
      const stop = { kind: 'service.stop', form: { clusterId: adopted.id }, reason: 'x' };
      const refused = await platform.call('dba', 'POST', '/api/tickets/preview', stop);
      assert.equal(refused.body.code, 'INSTANCE_NOT_MANAGED', JSON.stringify(refused.body));

      const { body: open } = await platform.call('dba', 'GET', `/api/findings?limit=500&clusterId=${adopted.id}`);
      const ids = [P, F, W].map((id) => roles.get(id)?.id ?? '');
      const recorded = new Set(
        open.items.map(({ code, entityId }: { code: string; entityId: string }) => `${code} ${entityId}`),
      );
      const wantedOpen = uglyFlaws(flavor, {
        ...{ cluster: adopted.id, primary: ids[0] ?? '', filtered: ids[1] ?? '', written: ids[2] ?? '' },
      });
      assert.deepEqual(
        wantedOpen.filter((one) => !recorded.has(one)),
        [],
        [...recorded].join('\n'),
      );

      // From here on the sweep looks at them.
      platform.sweeps.start();
      for (const id of ids)
        await platform.until(`a look at ${id}`, 60, async () =>
          platform.sweeps.glance(id)?.state === 'answers' ? true : undefined,
        );
      const live = await platform.call('dba', 'GET', `/api/clusters/${adopted.id}/live`);
      assert.deepEqual(
        live.body.instances.map(({ reachable }: { reachable: boolean }) => reachable),
        [true, true, true],
        JSON.stringify(live.body),
      );

      assert.deepEqual(await Promise.all(all.map(executed)), before, 'no transaction came into being');
      for (const [at, server] of all.entries()) {
        const place = join(server.folder, 'data', 'general.log');
        const sent = statementsOf(await readFile(place, 'utf8'), account.user);
        assert.ok(sent.length > 20, `${placeOf(server)} saw ${sent.length} statements`);
        const writes = sent.filter((sql) => !/^(select|show|set session|commit|rollback)\b/i.test(sql));
        assert.deepEqual(writes, [], `${at}`);
        assert.doesNotMatch(sent.join('\n'), /\binto\s+(out|dump)file\b|\bfor\s+update\b|\bset\s+(global|persist)\b/i);
      }
      const told = [...platform.lines, ...platform.httpLines].join('\n');
      assert.doesNotMatch(told, new RegExp(account.password), 'the password is in no log');
      const rows = JSON.stringify([
        await store.db.selectFrom('discovery').selectAll().execute(),
        await store.db.selectFrom('ticket_intake').selectAll().execute(),
        await store.db.selectFrom('task').selectAll().execute(),
        await store.db.selectFrom('task_event').selectAll().execute(),
        await store.db.selectFrom('audit').selectAll().execute(),
        await store.db.selectFrom('secret').selectAll().execute(),
      ]);
      assert.doesNotMatch(rows, new RegExp(account.password), 'nor in any row');
    }));
