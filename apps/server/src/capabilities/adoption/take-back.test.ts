import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { recordCluster } from './steps/record-cluster.ts';
import { adoptionTestMigrations, openAdoptionPlatform } from './testing/adoption-platform.ts';

const person = { kind: 'person', id: 'u' } as const;

forEachStore(
  'a cluster that was just recorded is taken back whole, and nothing that was there before goes with it',
  async ({ db }) => {
    await using platform = await openAdoptionPlatform(db);
    const { metadata, secrets, ports } = platform;
    const before = await inTransaction(db, async (tx) => {
      const host = { name: 'known', address: '10.0.0.1', zone: 'z', baseDirectory: '', paths: [] };
      await metadata.addHost(tx, { ...host, poolState: 'in-use' }, person);
      const secretId = await secrets.put(tx, { kind: 'password', label: 'of the discovery', value: 'x' });
      const neighbour = { clusterId: 'another', purpose: 'observe', user: 'o', hostPattern: '%' } as const;
      await metadata.addAccount(tx, { ...neighbour, secretId: 'theirs' }, person);
      return { secretId };
    });
    const { body } = recordCluster.step;
    assert.ok('record' in body && body.unrecord);
    const { record, unrecord } = body;
    const server = { flavor: 'mysql', version: '8.4.3', serverId: 1, serverUuid: 'u', port: 3306 };
    const input = {
      ...{ discoveryId: 'd', clusterId: 'c-1', name: 'orders', environment: 'test', applicationId: null },
      ...{ topology: 'primary-replica', managedBy: null, account: { user: 'watch', secretId: before.secretId } },
      servers: [
        { ...server, instanceId: 'i-1', hostName: 'known', address: '10.0.0.1', role: 'primary' },
        { ...server, instanceId: 'i-2', hostName: 'db-2', address: '10.0.0.2', role: 'replica' },
        { ...server, instanceId: 'i-3', hostName: 'db-3', address: '10.0.0.3', role: 'replica' },
      ],
      lookedBy: 'looked',
    };
    const looked = { serverUuid: 'u', version: '8.4.3', serverId: 1, readOnly: false };
    const resultOf = () => ({ instances: input.servers.map(({ instanceId }) => ({ instanceId, ...looked })) });
    const context = { ...ports, taskId: 't-1', stepId: 's', resultOf } as never;
    const make = (tx: Tx) => record(tx, context, input);
    const takeBack = (tx: Tx) => unrecord(tx, context, input);
    const counts = async () => ({
      accounts: (await db.selectFrom('cluster_account').select('cluster_id').execute()).map((row) => row.cluster_id),
      hosts: (await metadata.listHosts(db)).map(({ name }) => name).sort(),
      secrets: (await db.selectFrom('secret').select('id').execute()).length,
      states: (await metadata.listInstances(db, { clusterId: 'c-1' })).map(({ state }) => state),
    });
    const nothing = { accounts: ['another'], hosts: ['known'], secrets: 1, states: [] };
    assert.deepEqual(await counts(), nothing);
    await inTransaction(db, make);
    const made = await counts();
    assert.deepEqual(made.accounts.sort(), ['another', 'c-1']);
    assert.deepEqual([made.hosts, made.secrets], [['db-2', 'db-3', 'known'], 2]);
    // Somebody gave one of the new hosts a way meanwhile: it is theirs now.
    const third = (await metadata.listHosts(db)).find(({ name }) => name === 'db-3');
    await inTransaction(db, (tx) => metadata.changeHost(tx, third?.id ?? '', { paths: [{ kind: 'local' }] }, person));

    // Killed before its commit, all of it stands; the next try takes all of it back.
    const killed = inTransaction(db, async (tx) => {
      await takeBack(tx);
      throw new Error('killed');
    });
    await assert.rejects(killed, /killed/);
    assert.deepEqual(await counts(), made);
    await inTransaction(db, takeBack);
    const states = ['decommissioned', 'decommissioned', 'decommissioned'];
    assert.deepEqual(await counts(), { ...nothing, hosts: ['db-3', 'known'], states });
    assert.equal((await metadata.getCluster(db, 'c-1')).state, 'decommissioned');
    assert.equal(await secrets.find(db, before.secretId), 'x');
  },
  { migrations: adoptionTestMigrations },
);
