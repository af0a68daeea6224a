import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startReplicationSet } from './replication-set.ts';
import { inLab } from './scratch.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  test(`a row written on a ${flavor} primary is on every replica, which refuse writes of their own`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 2, folder }));
      await set.primary.rows('create database shop');
      await set.primary.rows('create table shop.visit (id int primary key)');
      await set.primary.rows('insert into shop.visit values (1), (2)');
      await set.waitForCatchUp();
      for (const replica of set.replicas) {
        assert.deepEqual(await replica.rows('select id from shop.visit order by id'), [{ id: 1 }, { id: 2 }]);
        const { address: host, port } = replica;
        const connection = await createConnection({ host, port, ...set.account });
        const [state] = await connection.query<RowDataPacket[]>('select @@read_only as closed, @@server_id as id');
        await connection.end();
        assert.deepEqual({ ...state[0] }, { closed: 1, id: replica.serverId });
      }
    }));

  test(`a lossless ${flavor} primary does not acknowledge while its only replica is frozen`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 1, semiSync: 'lossless', folder }));
      const [replica] = set.replicas;
      assert.ok(replica);
      await set.primary.rows('create database shop');
      await set.primary.rows('create table shop.visit (id int primary key)');
      replica.freeze();
      let acknowledged = false;
      const commit = set.primary.rows('insert into shop.visit values (1)').then(() => {
        acknowledged = true;
      });
      // The server itself says that the commit waits; nothing to time.
      const name = flavor === 'mysql' ? 'Rpl_semi_sync_source_wait_sessions' : 'Rpl_semi_sync_master_wait_sessions';
      let waiting = 0;
      for (let look = 0; waiting === 0 && look < 500; look++) {
        const [status] = await set.primary.rows(`show global status like '${name}'`);
        waiting = Number(status?.Value);
      }
      assert.equal(waiting, 1);
      assert.equal(acknowledged, false);
      replica.thaw();
      await commit;
      assert.equal(acknowledged, true);
    }));

  test(`a ${flavor} server killed and started again has what it acknowledged`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 0, folder }));
      await set.primary.rows('create database shop');
      await set.primary.rows('create table shop.visit (id int primary key)');
      await set.primary.rows('insert into shop.visit values (7)');
      await set.primary.kill();
      assert.equal(set.primary.isRunning(), false);
      await set.primary.start();
      assert.deepEqual(await set.primary.rows('select id from shop.visit'), [{ id: 7 }]);
    }));
}
