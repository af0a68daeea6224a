import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { bySomebody, openScene, sceneMigrations } from './testing.ts';

forEachStore(
  'a page of a list reads what stands around its rows, and nothing of the others',
  async ({ db }) => {
    const { metadata, ids, clock, test } = await openScene(db);
    try {
      const clusterIds = [ids['pay-1'] ?? '', ids['pay-2'] ?? ''];
      const instances = await metadata.listInstancesOf(db, clusterIds);
      const apart = (
        await Promise.all(clusterIds.map((clusterId) => metadata.listInstances(db, { clusterId })))
      ).flat();
      assert.ok(instances.length > 1);
      assert.deepEqual(instances.map(({ id }) => id).sort(), apart.map(({ id }) => id).sort());
      assert.deepEqual(await metadata.listInstancesOf(db, []), []);
      const onOne = await metadata.listInstancesOn(db, [instances[0]?.hostId ?? '']);
      assert.ok(onOne.length > 0 && onOne.every(({ hostId }) => hostId === instances[0]?.hostId));
      const [first, second] = instances;
      const fact = { entity: 'instance', name: 'version', observedAt: clock.now(), source: bySomebody } as const;
      await inTransaction(db, async (tx) => {
        for (const instance of instances)
          await metadata.recordFact(tx, { ...fact, entityId: instance.id, value: instance.name });
      });
      const facts = await metadata.listFactsOf(db, 'instance', [first?.id ?? '', 'none']);
      assert.deepEqual([...facts.keys()], [first?.id]);
      assert.ok(facts.get(first?.id ?? '')?.some(({ name, value }) => name === 'version' && value === first?.name));
      assert.equal(facts.get(second?.id ?? ''), undefined);
      const hosts = await metadata.listHostsById(db, [first?.hostId ?? '', 'none']);
      assert.deepEqual(
        hosts.map(({ id }) => id),
        [first?.hostId],
      );
      const many = Array.from({ length: 1200 }, (_, n) => `none-${n}`);
      assert.equal((await metadata.listInstancesOf(db, [...many, ...clusterIds])).length, instances.length);
    } finally {
      await test.close();
    }
  },
  { migrations: sceneMigrations },
);
