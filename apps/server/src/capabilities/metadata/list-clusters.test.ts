import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { selectLabelsOfMany } from './index.ts';
import { bySomebody, openScene, sceneMigrations } from './testing.ts';

forEachStore(
  'clusters are found by environment, state and level, also those from before there were levels; labels come for many at once',
  async ({ db }) => {
    const { metadata, test, ids } = await openScene(db);
    try {
      const names = async (filter: Parameters<typeof metadata.listClusters>[1]) =>
        (await metadata.listClusters(db, filter)).map(({ name }) => name);
      await inTransaction(db, async (tx) => {
        await metadata.changeCluster(tx, ids['pay-2'] ?? '', { level: 'observe', state: 'stopped' }, bySomebody);
        await tx
          .updateTable('cluster')
          .set({ level: null })
          .where('id', '=', ids.lonely ?? '')
          .execute();
        for (const [key, value] of Object.entries({ team: 'x', tier: '1' }))
          await tx
            .insertInto('label')
            .values({ entity: 'cluster', entity_id: ids['pay-1'] ?? '', label_key: key, value })
            .execute();
      });
      assert.deepEqual(await names({ environment: 'test' }), ['lonely', 'pay-2']);
      assert.deepEqual(await names({ state: 'stopped' }), ['pay-2']);
      assert.deepEqual(await names({ level: 'operate' }), ['lonely', 'pay-1']);
      assert.deepEqual(await names({ level: 'observe', environment: 'prod' }), []);
      const labels = await selectLabelsOfMany(db, 'cluster', Object.values(ids));
      assert.deepEqual([...labels], [[ids['pay-1'], { team: 'x', tier: '1' }]]);
      assert.equal((await selectLabelsOfMany(db, 'cluster', [])).size, 0);
    } finally {
      await test.close();
    }
  },
  { migrations: sceneMigrations },
);
