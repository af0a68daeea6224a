import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type LabServer, startReplicationGroup } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { statementsOf } from './testing/general-log.ts';
import { inPlatform } from './testing/in-platform.ts';

const account = { user: 'my_watch', password: 'Looks-0nly-7' };
const placeOf = ({ address, port }: LabServer) => `${address}:${port}`;
const executed = async (server: LabServer) => (await server.rows('select @@gtid_executed as gtids'))[0]?.gtids;

test('a group of three is found from one member, taken over without a byte written, and its changes are named', (t) =>
  inPlatform(t, async (platform, { folder, use }) => {
    const log = ['--general-log=ON', '--log-output=FILE', '--general-log-file=general.log'];
    const group = use(await startReplicationGroup({ members: 3, folder, options: log }));
    const [first, second, third] = group.members;
    assert.ok(first && second && third);
    const version = parseVersion(first.version, 'mysql');
    for (const { sql } of levelStatements(version, 'observe', { user: account.user, host: '%' }, account.password))
      await first.rows(sql);
    await group.waitForCatchUp();
    const before = await Promise.all(group.members.map(executed));

    await platform.allow('127.0.0.0/8');
    const found = await platform.discover({ text: placeOf(third), account });
    const [cluster] = found.clusters;
    assert.ok(cluster, JSON.stringify(found.leftOut));
    assert.deepEqual(
      [found.clusters.length, cluster.graph.shape, cluster.graph.writers],
      [1, 'group-replication', [placeOf(first)]],
    );
    assert.deepEqual(
      new Map(cluster.servers.map(({ id, role }) => [id, role])),
      new Map([
        [placeOf(first), 'primary'],
        [placeOf(second), 'replica'],
        [placeOf(third), 'replica'],
      ]),
    );
    const codes = cluster.findings.map(({ code }) => code);
    const ofGroups = codes.filter((code) => /^GROUP_|WRITER|ERRANT|REPLICA_WRITABLE/.test(code));
    assert.deepEqual(ofGroups, [], 'a healthy group is no flaw');
    const form = { discoveryId: found.id, clusters: [{ key: cluster.key, name: 'group', environment: 'test' }] };
    assert.equal((await platform.runTicket('fleet.adopt', form)).state, 'done');

    const { body: page } = await platform.call('dba', 'GET', '/api/clusters');
    const clusterId: string = page.items[0].id;
    const ids = new Map<string, string>(
      page.items[0].instances.map((one: { address: string; port: number; id: string }) => [
        `${one.address}:${one.port}`,
        one.id,
      ]),
    );
    const idOf = (server: LabServer) => ids.get(placeOf(server)) ?? '';
    const sweptFindings = async (server: LabServer): Promise<readonly string[]> => {
      const { body } = await platform.call('dba', 'GET', `/api/findings?limit=500&clusterId=${clusterId}&state=open`);
      return body.items
        .filter(({ source, entityId }: Record<string, string>) => source === 'sweep' && entityId === idOf(server))
        .map(({ code }: { code: string }) => code);
    };
    platform.sweeps.start();
    for (const server of group.members)
      await platform.until(`a look at ${placeOf(server)}`, 90, async () =>
        platform.sweeps.glance(idOf(server))?.glance?.group?.state === 'ONLINE' ? true : undefined,
      );
    for (const server of group.members) assert.deepEqual(await sweptFindings(server), [], placeOf(server));
    assert.deepEqual(await Promise.all(group.members.map(executed)), before, 'no transaction came into being');
    for (const server of group.members) {
      const sent = statementsOf(await readFile(join(server.folder, 'data', 'general.log'), 'utf8'), account.user);
      assert.ok(sent.length > 20, `${placeOf(server)} saw ${sent.length} statements`);
      assert.deepEqual(
        sent.filter((sql) => !/^(select|show|set session|commit|rollback)\b/i.test(sql)),
        [],
      );
    }

    // The group chooses another primary: two records that are not so any more, nothing else.
    const [uuid] = await second.rows('select @@server_uuid as own');
    await first.rows('select group_replication_set_as_primary(?)', [uuid?.own]);
    for (const server of [first, second])
      await platform.until(`a finding on ${placeOf(server)}`, 90, async () =>
        (await sweptFindings(server)).join() === 'RECORD_ROLE_DIFFERS' ? true : undefined,
      );
    // One leaves: it stands outside, and the others say that the group is small now.
    await third.rows('stop group_replication');
    await platform.until('a finding on the one that left', 90, async () =>
      (await sweptFindings(third)).includes('REPLICA_MISSING') ? true : undefined,
    );
    const again = await platform.discover({ text: placeOf(first), account });
    assert.ok(again.clusters[0]?.findings.some(({ code }) => code === 'GROUP_TOO_SMALL'));
  }));
