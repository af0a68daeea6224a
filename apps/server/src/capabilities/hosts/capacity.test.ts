import assert from 'node:assert/strict';
import { systemClock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { createMetadata, type HostRecord, metadataMigrations } from '../metadata/index.ts';
import { viewCapacity } from './view-capacity.ts';

const gib = 1024 ** 3;
const by = { kind: 'person', id: 'p' } as const;
const sized = { cpuCores: 8, memoryBytes: 32 * gib, baseTotalBytes: 500 * gib, baseFreeBytes: 400 * gib };
const everything: Actor = {
  ...{ id: 'p', name: 'p', via: 'session', roles: [], rights: [{ role: 'dba', kind: 'all', id: '' }] },
} as Actor;

forEachStore(
  'the pool is summed by zone and by what became of each host, and a size fits where it was measured to have room',
  async ({ db }) => {
    const metadata = createMetadata({ clock: systemClock });
    await inTransaction(db, async (tx) => {
      for (const [name, cpus, memory, disk] of [
        ['large', 16, 64, 100],
        ['small', 2, 4, 50],
      ] as const)
        await tx
          .insertInto('specification')
          .values({ description: '', name, cpus, memory_bytes: memory * gib, disk_bytes: disk * gib })
          .execute();
      let at = 0;
      const host = async (
        zone: string,
        poolState: HostRecord['poolState'],
        facts: Readonly<Record<string, unknown>>,
      ) => {
        at += 1;
        const place = { name: `h${at}`, address: `10.0.0.${at}`, zone, baseDirectory: '/d', poolState, paths: [] };
        const { id } = await metadata.addHost(tx, place, by);
        const of = { entity: 'host', entityId: id, observedAt: 1, source: by } as const;
        await metadata.recordFacts(
          tx,
          Object.entries(facts).map(([name, value]) => ({ ...of, name, value })),
        );
        return id;
      };
      const cluster = await metadata.addCluster(
        tx,
        {
          ...{
            name: 'c',
            applicationId: null,
            environment: 'e',
            flavor: 'mysql',
            version: '8.4.6',
            topology: 'single',
          },
          ...{ state: 'running', fixed: {}, maintenance: null },
        },
        by,
      );
      await tx.updateTable('cluster').set({ specification: 'small' }).execute();
      const used = await host('a', 'in-use', sized);
      const seats = [
        { port: 3306, clusterId: cluster.id, state: 'running' },
        { port: 3307, clusterId: cluster.id, state: 'decommissioned' },
        { port: 3308, clusterId: null, state: 'running' },
      ] as const;
      for (const { port, clusterId, state } of seats)
        await metadata.addInstance(
          tx,
          {
            ...{ hostId: used, port, clusterId, state, flavor: 'mysql', version: '8.4.6', packageId: null },
            ...{ role: 'primary', directory: '/d', serverId: port, maintenance: null },
          },
          by,
        );
      await host('a', 'in-use', { ...sized, cpuCores: 4 });
      await host('a', 'reserved', sized);
      await host('a', 'available', sized);
      await host('a', 'available', { ...sized, baseFreeBytes: 10 * gib });
      await host('a', 'available', { ...sized, baseFreeBytes: null });
      await host('a', 'available', { ...sized, cpuCores: 32, memoryBytes: 128 * gib });
      await host('a', 'failed-check', sized);
      await host('a', 'out-of-service', { ...sized, cpuCores: 'eight' });
      await host('a', 'unchecked', {});
      await host('b', 'available', sized);
    });
    const { zones } = await viewCapacity({ db }, everything);
    assert.deepEqual(
      zones.map(({ zone }) => zone),
      ['a', 'b'],
    );
    const [a, b] = zones;
    assert.deepEqual(a?.used, { hosts: 2, cpus: 12, memoryBytes: 64 * gib, diskBytes: 1000 * gib });
    assert.deepEqual(a?.aside, { hosts: 3, cpus: 8, memoryBytes: 64 * gib, diskBytes: 1000 * gib });
    assert.deepEqual([a?.reserved.hosts, a?.free.hosts, a?.free.cpus, a?.unmeasured], [1, 4, 56, 2]);
    assert.deepEqual(a?.specifications, [
      { name: 'large', instances: 0, fits: 1 },
      { name: 'small', instances: 1, fits: 2 },
    ]);
    assert.deepEqual(
      [b?.free.cpus, b?.used.hosts, b?.specifications[1]],
      [8, 0, { name: 'small', instances: 0, fits: 1 }],
    );
  },
  { migrations: metadataMigrations },
);
