import assert from 'node:assert/strict';
import type { PoolState } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { createMetadata, metadataMigrations, type Source } from '../metadata/index.ts';
import { HostFacts } from './check/facts.ts';
import { hostMigrations } from './migrations.ts';
import { recordCheck } from './record-check.ts';
import { giveBackHost, releaseHost, reserveHost, useHost } from './reserve-host.ts';
import { selectLatestChecks } from './store.ts';

const migrations = [...metadataMigrations, ...hostMigrations];
const source: Source = { kind: 'person', id: 'u1' };
const clock = { at: 1, now: () => clock.at++ };
const metadata = createMetadata({ clock });
const parts = { metadata, clock };

const addHost = (db: Db, name: string, poolState: PoolState = 'available') =>
  inTransaction(db, (tx) =>
    metadata.addHost(
      tx,
      { name, address: '10.0.0.1', zone: 'z', baseDirectory: '/base', poolState, paths: [{ kind: 'local' }] },
      source,
    ),
  );
const addInstance = (tx: Tx, hostId: string) =>
  metadata.addInstance(
    tx,
    {
      hostId,
      port: 3306,
      clusterId: null,
      flavor: 'mysql',
      version: '9.7.4',
      packageId: null,
      role: 'standalone',
      state: 'running',
      directory: '/base/3306',
      serverId: 1,
      maintenance: null,
    },
    source,
  );
const stateOf = async (db: Db, id: string) => (await metadata.getHost(db, id)).poolState;

forEachStore(
  'of many tasks that want one host, one gets it and the others are told whom they wait for',
  async ({ db }) => {
    const { id } = await addHost(db, 'a');
    const want = (task: string) => inTransaction(db, (tx) => reserveHost(parts, tx, id, task));
    const results = await Promise.allSettled(['t1', 't2', 't3', 't4'].map(want));
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 3);
    for (const { reason } of refused) assert.match(reason.code, /^HOST_(RESERVED|POOL_STATE)$/);
    await assert.rejects(want('t9'), { code: 'HOST_RESERVED' });
    assert.equal(await stateOf(db, id), 'reserved');
  },
  { migrations },
);

forEachStore(
  'the same task may reserve and release twice; nobody else lets its host go',
  async ({ db }) => {
    const { id } = await addHost(db, 'a');
    await inTransaction(db, async (tx) => {
      await reserveHost(parts, tx, id, 't1');
      await reserveHost(parts, tx, id, 't1');
      await releaseHost(parts, tx, id, 't2');
      assert.equal((await metadata.getHost(tx, id)).poolState, 'reserved');
      await releaseHost(parts, tx, id, 't1');
      await releaseHost(parts, tx, id, 't1');
    });
    assert.equal(await stateOf(db, id), 'available');
  },
  { migrations },
);

forEachStore(
  'only a checked host can be reserved',
  async ({ db }) => {
    for (const state of ['unchecked', 'failed-check', 'out-of-service'] as const) {
      const { id } = await addHost(db, `host-${state}`, state);
      const reserved = inTransaction(db, (tx) => reserveHost(parts, tx, id, 't1'));
      await assert.rejects(reserved, { code: 'HOST_POOL_STATE' });
    }
  },
  { migrations },
);

forEachStore(
  'a host in use takes a further task and goes back to the pool with its last instance',
  async ({ db }) => {
    const { id } = await addHost(db, 'a');
    await inTransaction(db, async (tx) => {
      await reserveHost(parts, tx, id, 't1');
      const seat = await addInstance(tx, id);
      await useHost(parts, tx, id, 't1');
      assert.equal((await reserveHost(parts, tx, id, 't2')).poolState, 'in-use');
      assert.equal((await releaseHost(parts, tx, id, 't2')).poolState, 'in-use');
      assert.equal((await giveBackHost(parts, tx, id, source)).poolState, 'in-use');
      await metadata.changeInstance(tx, seat.id, { state: 'decommissioned' }, source);
      assert.equal((await giveBackHost(parts, tx, id, source)).poolState, 'available');
      await reserveHost(parts, tx, id, 't3');
    });
    assert.equal(await stateOf(db, id), 'reserved');
  },
  { migrations },
);

forEachStore(
  'a check moves the pool state, keeps facts with their source, and leaves a host in use where it is',
  async ({ db }) => {
    const unlearned = Object.fromEntries(Object.keys(HostFacts.shape).map((name) => [name, null]));
    const facts = HostFacts.parse({ ...unlearned, architecture: 'sparc', memoryBytes: 2 ** 40 });
    const free = await addHost(db, 'free');
    const used = await addHost(db, 'used', 'in-use');
    const check = (id: string) =>
      inTransaction(db, async (tx) =>
        recordCheck(parts, tx, await metadata.getHost(tx, id), facts, { kind: 'task', id: 't1' }),
      );
    assert.equal((await check(free.id)).passed, false);
    await check(free.id);
    await check(used.id);
    assert.deepEqual([await stateOf(db, free.id), await stateOf(db, used.id)], ['failed-check', 'in-use']);
    const known = await metadata.listFacts(db, 'host', free.id);
    assert.deepEqual(
      known.map(({ name, value, source: from }) => [name, value, from.id]),
      [
        ['architecture', 'sparc', 't1'],
        ['memoryBytes', 2 ** 40, 't1'],
      ],
    );
    const latest = await selectLatestChecks(db, [free.id, used.id]);
    assert.equal(latest.size, 2);
    assert.equal(latest.get(free.id)?.verdicts.find(({ item }) => item === 'architecture')?.verdict, 'fail');
  },
  { migrations },
);
