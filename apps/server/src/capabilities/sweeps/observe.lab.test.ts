import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fleetProblems } from '@myriad/contract';
import { inLab, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { createTestHttp } from '../auth/testing.ts';
import { readPortraitStep } from './portrait/read-portrait-step.ts';
import { serveSweeps } from './routes.ts';
import { openSimulatedPlatform } from './testing/simulated-fleet.ts';

const password = 'Looks-0nly';

/** The step's body as the runner would call it. */
async function readPortrait(context: object, clusterId: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = readPortraitStep.step;
  assert.ok('run' in body);
  const said: string[] = [];
  return body.run(
    {
      ...context,
      signal: AbortSignal.timeout(120_000),
      say: ({ en }: { en: string }) => said.push(en),
      progress: () => {},
      via: () => {},
    },
    { clusterId, contents: 'all' },
  );
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`both sweeps look at a real ${flavor} with the account of observe, change nothing, and keep what differs`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder: join(folder, 'data'), performanceSchema: 'on' }));
      const version = parseVersion(server.version, flavor);
      for (const { sql } of levelStatements(version, 'observe', { user: 'watch', host: '%' }, password))
        await server.rows(sql);
      await server.rows('create database shop');
      await server.rows('create table shop.hits (n int) engine=MyISAM');
      const executed = () =>
        server.rows(flavor === 'mysql' ? 'select @@gtid_executed as g' : 'select @@gtid_binlog_pos as g');
      const before = await executed();
      const { address, port, serverId } = server;
      const recorded = { index: 0, address, port, cluster: 0, flavor, version: server.version, serverId, source: null };
      const platform = use(
        await openSimulatedPlatform({ simulator: { fleet: [recorded] }, password, periodSeconds: 1 }),
      );
      const { db, metadata, sweeps, findings, paths } = platform;
      const [instanceId = ''] = platform.instanceIds;
      sweeps.start();
      for (const end = performance.now() + 60_000; sweeps.glance(instanceId)?.state !== 'answers'; await delay(50))
        if (performance.now() > end) throw new Error(JSON.stringify([sweeps.glance(instanceId), platform.lines]));
      assert.equal(sweeps.glance(instanceId)?.glance?.serverId, serverId);

      const { clusterId } = await metadata.getInstance(db, instanceId);
      const ports = { db, metadata, findings, access: paths.access, clock: { now: Date.now } };
      const first = await readPortrait(ports, clusterId ?? '');
      assert.deepEqual([first.instances, first.answered, first.changed], [1, 1, 0]);
      assert.deepEqual(await executed(), before);

      await server.rows('set global max_connections = 77');
      await server.rows('create table shop.visit (id int primary key)');
      const second = await readPortrait(ports, clusterId ?? '');
      assert.ok(Number(second.changed) >= 2);
      const http = await createTestHttp({ db, problems: [fleetProblems] });
      try {
        serveSweeps(http.http, sweeps);
        const url = `/api/instances/${instanceId}/portrait`;
        assert.equal((await http.call('nobody', 'GET', url)).status, 401);
        assert.equal((await http.call('requester', 'GET', url)).body.code, 'NOT_AN_OPERATOR');
        assert.equal((await http.call('dba', 'GET', '/api/instances/none/portrait')).body.code, 'INSTANCE_NOT_FOUND');
        const { portrait } = (await http.call('dba', 'GET', url)).body;
        assert.equal(portrait.variables.max_connections, '77');
        assert.ok(portrait.schemas.some(({ name }: { name: string }) => name === 'shop'));
        assert.deepEqual(portrait.growth.map(({ tables }: { tables: number }) => tables).slice(-2), [1, 2]);
        const { items } = (await http.call('dba', 'GET', `${url}-changes`)).body;
        const changed = items.map(({ part, name }: { part: string; name: string }) => `${part} ${name}`);
        assert.ok(
          changed.includes('parameter max_connections') && changed.includes('table shop.visit'),
          changed.join(),
        );
      } finally {
        await http.close();
      }

      // Dead, it is judged by the look before: what was found on it does not seem mended.
      await server.kill();
      const dead = await readPortrait(ports, clusterId ?? '');
      assert.deepEqual([dead.answered, dead.closed, dead.findings], [0, 0, second.findings]);
    }));
