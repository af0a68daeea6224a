import assert from 'node:assert/strict';
import { type Simulator, startSimulator } from '@myriad/lab';
import { forEachStore } from '../../platform/database/testing.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './testing/adoption-platform.ts';
import type { AdoptionPlatform } from './testing/in-platform.ts';

const account = { user: 'watch', password: 'Looks-0nly-7' };
const options = { migrations: adoptionTestMigrations };

const inFleet = async (
  firstAddress: string,
  servers: number,
  body: (simulator: Simulator) => Promise<void>,
): Promise<void> => {
  await using simulator = await startSimulator({ servers, clusters: servers, firstAddress });
  await body(simulator);
};
const ended = (platform: AdoptionPlatform, id: string) =>
  platform.until('a discovery', 120, async () => {
    const { body } = await platform.call('dba', 'GET', `/api/discoveries/${id}`);
    return body.state === 'running' ? undefined : body;
  });

forEachStore(
  'a list of servers comes in by the API as JSON, CSV or YAML, each found once however often its request is repeated',
  async ({ db }) =>
    inFleet('127.86.0.1', 2, async ({ fleet }) => {
      await using platform = await openAdoptionPlatform(db);
      await platform.allow('127.86.0.0/16');
      const [a, b] = fleet;
      assert.ok(a && b);
      const forms = [
        { servers: fleet.map(({ address: host, port }) => ({ host, port })), account },
        {
          format: 'csv',
          text: `host,port,user,password\n${fleet.map(({ address, port }) => `${address},${port},watch,${account.password}`).join('\n')}`,
        },
        {
          format: 'yaml',
          text: `servers:\n${fleet.map(({ address, port }) => `  - host: ${address}\n    port: ${port}\n`).join('')}`,
          account,
        },
      ];
      for (const [at, form] of forms.entries()) {
        const key = `import-${at}`;
        const post = (body: object) =>
          platform.call('dba', 'POST', '/api/discoveries', body, { 'idempotency-key': key });
        const begun = await post(form);
        assert.equal(begun.status, 200, JSON.stringify(begun.body));
        const repeated = await post(form);
        assert.deepEqual([repeated.status, repeated.body.id], [200, begun.body.id]);
        const other = await post({ ...form, follow: false });
        assert.equal(other.status, 422, 'another request under the same key');
        const found = await ended(platform, begun.body.id);
        assert.deepEqual([found.progress.answered, found.clusters.length], [2, 2], JSON.stringify(found));
      }
      const { body: all } = await platform.call('dba', 'GET', '/api/discoveries');
      assert.equal(all.items.length, forms.length);
      assert.doesNotMatch([...platform.lines, ...platform.httpLines].join('\n'), /Looks-0nly-7/);
    }),
  options,
);

forEachStore(
  'what a cloud service runs is taken over, and acting on its host or switching its primary is refused in its name',
  async ({ db }) =>
    inFleet('127.87.0.1', 1, async ({ fleet }) => {
      const [server] = fleet;
      assert.ok(server);
      server.hosting = 'rds';
      await using platform = await openAdoptionPlatform(db);
      await platform.allow('127.87.0.0/16');
      const found = await platform.discover({ text: `${server.address}:${server.port}`, account });
      const [cluster] = found.clusters;
      assert.equal(cluster?.managedBy, 'Amazon RDS', JSON.stringify(found));
      const limits = new Map(cluster.limits.map(({ act, because }) => [act, because.en]));
      for (const act of ['host', 'promote', 'switch'] as const) assert.match(limits.get(act) ?? '', /Amazon RDS/, act);
      const form = { discoveryId: found.id, clusters: [{ key: cluster.key, name: 'in-the-cloud' }] };
      assert.equal((await platform.runTicket('fleet.adopt', form)).state, 'done');

      const { body: list } = await platform.call('dba', 'GET', '/api/clusters');
      const [page] = list.items;
      assert.deepEqual([page.managedBy, page.level], ['Amazon RDS', 'observe']);
      const { body: alone } = await platform.call('dba', 'GET', `/api/instances/${page.instances[0].id}`);
      for (const abilities of [page.abilities, page.instances[0].abilities, alone.abilities])
        for (const act of ['stop', 'restart', 'decommission']) {
          assert.equal(abilities[act].because, 'INSTANCE_OF_MANAGED_SERVICE', act);
          assert.match(abilities[act].words.en, /^Amazon RDS runs .*: there is no host to act on/);
        }
      // One level below, and the next is the service's.
      await db.updateTable('cluster').set({ level: 'operate' }).where('id', '=', page.id).execute();
      const { body: levels } = await platform.call('dba', 'GET', `/api/clusters/${page.id}/levels`);
      assert.deepEqual(
        [levels.abilities.raise.allowed, levels.abilities.raise.because],
        [false, 'LEVEL_OF_MANAGED_SERVICE'],
      );
      assert.match(levels.abilities.raise.words.zh, /Amazon RDS 托管/);
    }),
  options,
);
