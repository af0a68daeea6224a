import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Tx } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { createMetadata, type HostRecord, metadataMigrations, type Source } from './index.ts';
import { insertHost } from './store/hosts.ts';
import { unlessTaken } from './store/unless-taken.ts';

const source: Source = { kind: 'person', id: 'u1' };
const clock = { at: 1_000, now: () => clock.at };
const metadata = createMetadata({ clock });
const options = { migrations: metadataMigrations };

const host = (name: string): Omit<HostRecord, 'id' | 'createdAt'> => ({
  name,
  address: '10.0.0.7',
  zone: 'default',
  baseDirectory: '/var/lib/myriad',
  poolState: 'available',
  paths: [{ kind: 'ssh', address: '10.0.0.7', port: 22, user: 'myriad', agent: false, jumps: [] }],
});
const cluster = (name: string) =>
  ({
    name,
    flavor: 'mysql',
    version: '9.7.4',
    topology: 'single',
    applicationId: null,
    environment: 'test',
    state: 'deploying',
    fixed: { lower_case_table_names: 1 },
    maintenance: null,
  }) as const;
const instance = (hostId: string, clusterId: string | null, port = 3306) =>
  ({
    hostId,
    port,
    clusterId,
    flavor: 'mysql',
    version: '9.7.4',
    packageId: null,
    role: 'standalone',
    state: 'deploying',
    directory: `/var/lib/myriad/${port}`,
    serverId: 7,
    maintenance: null,
  }) as const;
const problem = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

forEachStore(
  'a record comes back as it was written, and each change of it is remembered once',
  async ({ db }) => {
    const added = await inTransaction(db, (tx) => metadata.addHost(tx, host('db-17'), source));
    assert.deepEqual(await metadata.getHost(db, added.id), added);
    assert.deepEqual(await metadata.findHostByName(db, 'db-17'), added);
    assert.equal(await metadata.findHostByName(db, 'DB-17'), undefined);
    const patch = { zone: 'east', address: '10.0.0.7' };
    const changed = await inTransaction(db, (tx) => metadata.changeHost(tx, added.id, patch, source));
    assert.equal(changed.zone, 'east');
    assert.deepEqual(await metadata.getHost(db, added.id), changed);
    const [newest, ...older] = await metadata.listChanges(db, { entity: 'host', entityId: added.id, limit: 10 });
    assert.deepEqual(
      { field: newest?.field, before: newest?.before, after: newest?.after, source: newest?.source, at: newest?.at },
      { field: 'zone', before: 'default', after: 'east', source, at: 1_000 },
    );
    assert.deepEqual(
      older.map(({ field }) => field),
      ['created'],
    );
  },
  options,
);

forEachStore(
  'a change and its history row stand or fall together',
  async ({ db }) => {
    const added = await inTransaction(db, (tx) => metadata.addHost(tx, host('db-17'), source));
    const half = inTransaction(db, async (tx) => {
      await metadata.changeHost(tx, added.id, { zone: 'east' }, source);
      throw new Error('cut');
    });
    await assert.rejects(half, /cut/);
    assert.equal((await metadata.getHost(db, added.id)).zone, 'default');
    assert.equal((await metadata.listChanges(db, { limit: 10 })).length, 1);
  },
  options,
);

forEachStore(
  'a name, and a seat, has one holder',
  async ({ db }) => {
    const act = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);
    const first = await act((tx) => metadata.addHost(tx, host('a'), source));
    const second = await act((tx) => metadata.addHost(tx, host('b'), source));
    await assert.rejects(
      act((tx) => metadata.addHost(tx, host('a'), source)),
      problem('HOST_NAME_TAKEN'),
    );
    await assert.rejects(
      act((tx) => metadata.changeHost(tx, second.id, { name: 'a' }, source)),
      problem('HOST_NAME_TAKEN'),
    );
    const orders = await act((tx) => metadata.addCluster(tx, cluster('orders'), source));
    await assert.rejects(
      act((tx) => metadata.addCluster(tx, cluster('orders'), source)),
      problem('CLUSTER_NAME_TAKEN'),
    );
    const seat = await act((tx) => metadata.addInstance(tx, { ...instance(first.id, orders.id), id: 'i-1' }, source));
    assert.equal(seat.name, 'a:3306');
    await assert.rejects(
      act((tx) => metadata.addInstance(tx, instance(first.id, null), source)),
      problem('INSTANCE_SEAT_TAKEN'),
    );
    await act((tx) => metadata.addInstance(tx, instance(first.id, null, 3307), source));
    await assert.rejects(
      act((tx) => metadata.changeInstance(tx, 'i-1', { port: 3307 }, source)),
      problem('INSTANCE_SEAT_TAKEN'),
    );
    const application = { name: 'shop', businessLine: 'retail', owner: 'li', level: 'core' } as const;
    await act((tx) => metadata.addApplication(tx, application, source));
    await assert.rejects(
      act((tx) => metadata.addApplication(tx, application, source)),
      problem('APPLICATION_NAME_TAKEN'),
    );
  },
  options,
);

forEachStore(
  'two that ask for one name at the same moment: one gets it, the other is told',
  async ({ db }) => {
    const ask = () => inTransaction(db, (tx) => metadata.addHost(tx, host('same'), source));
    const results = await Promise.allSettled([ask(), ask(), ask(), ask()]);
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 3);
    for (const { reason } of refused) assert.equal(reason.code, 'HOST_NAME_TAKEN', String(reason));
  },
  options,
);

forEachStore(
  'what was decommissioned keeps its history and frees its name and seat',
  async ({ db }) => {
    await inTransaction(db, async (tx) => {
      const on = await metadata.addHost(tx, host('a'), source);
      const old = await metadata.addCluster(tx, cluster('orders'), source);
      const seat = await metadata.addInstance(tx, instance(on.id, old.id), source);
      await metadata.changeInstance(tx, seat.id, { state: 'decommissioned' }, source);
      await metadata.changeCluster(tx, old.id, { state: 'decommissioned' }, source);
      assert.equal(await metadata.findClusterByName(tx, 'orders'), undefined);
      const next = await metadata.addCluster(tx, cluster('orders'), source);
      const again = await metadata.addInstance(tx, instance(on.id, next.id), source);
      assert.notEqual(again.id, seat.id);
      assert.equal((await metadata.listInstances(tx, { hostId: on.id })).length, 2);
      await assert.rejects(
        metadata.changeInstance(tx, seat.id, { state: 'running' }, source),
        problem('INSTANCE_SEAT_TAKEN'),
      );
    });
  },
  options,
);

forEachStore(
  'a renamed host renames its instances',
  async ({ db }) => {
    await inTransaction(db, async (tx) => {
      const on = await metadata.addHost(tx, host('a'), source);
      const seat = await metadata.addInstance(tx, instance(on.id, null), source);
      await metadata.changeHost(tx, on.id, { name: 'b' }, source);
      assert.equal((await metadata.getInstance(tx, seat.id)).name, 'b:3306');
    });
  },
  options,
);

forEachStore(
  'who decides on a locked host decides on what is true: of two that move it, the second sees the first',
  async ({ db }) => {
    const { id } = await inTransaction(db, (tx) => metadata.addHost(tx, host('a'), source));
    const saw: string[] = [];
    const take = (poolState: HostRecord['poolState']) =>
      inTransaction(db, async (tx) => {
        const { poolState: before } = await metadata.lockHost(tx, id);
        saw.push(before);
        if (before === 'available') await metadata.changeHost(tx, id, { poolState }, source);
      });
    await Promise.all([take('reserved'), take('out-of-service'), take('reserved')]);
    assert.equal(saw.filter((state) => state === 'available').length, 1, saw.join());
    const moves = (await metadata.listChanges(db, { limit: 10 })).filter(({ field }) => field === 'poolState');
    assert.equal(moves.length, 1);
  },
  options,
);

forEachStore(
  'what is not there is a problem that names itself',
  async ({ db }) => {
    await assert.rejects(metadata.getHost(db, 'x'), problem('HOST_NOT_FOUND'));
    await assert.rejects(metadata.getInstance(db, 'x'), problem('INSTANCE_NOT_FOUND'));
    await assert.rejects(metadata.getCluster(db, 'x'), problem('CLUSTER_NOT_FOUND'));
    await assert.rejects(
      inTransaction(db, (tx) => metadata.addInstance(tx, instance('x', null), source)),
      problem('HOST_NOT_FOUND'),
    );
  },
  options,
);

forEachStore(
  'where the store itself finds the name taken, the answer is the same problem',
  async ({ db }) => {
    await inTransaction(db, (tx) => insertHost(tx, { ...host('a'), id: 'h-1', createdAt: 1 }));
    const second = inTransaction(db, (tx) =>
      unlessTaken(() => insertHost(tx, { ...host('a'), id: 'h-2', createdAt: 1 }), 'HOST_NAME_TAKEN', { name: 'a' }),
    );
    await assert.rejects(second, problem('HOST_NAME_TAKEN'));
  },
  options,
);

forEachStore(
  'a walk over the fleet sees every instance once, with its host',
  async ({ db }) => {
    const ids = await inTransaction(db, async (tx) => {
      const hosts = [await metadata.addHost(tx, host('a'), source), await metadata.addHost(tx, host('b'), source)];
      const seats = [];
      for (let n = 0; n < 5; n++)
        seats.push(await metadata.addInstance(tx, instance(hosts[n % 2]?.id ?? '', null, 3306 + n), source));
      return seats.map(({ id }) => id).sort();
    });
    const walked: string[] = [];
    for (let after = ''; ; ) {
      const page = await metadata.walkInstances(db, after, 2);
      for (const { instance: seat, host: on } of page) assert.equal(on?.id, seat.hostId);
      walked.push(...page.map(({ instance: { id } }) => id));
      after = walked.at(-1) ?? '';
      if (page.length < 2) break;
    }
    assert.deepEqual(walked, ids);
  },
  options,
);
