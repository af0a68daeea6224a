import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { afterCommit, inTransaction } from './in-transaction.ts';
import type { Migration } from './migration.ts';
import { openDatabase } from './open-database.ts';
import { StoreInUseError } from './store-lock.ts';
import { upsert } from './upsert.ts';

interface PearTable {
  id: string;
  weight: number;
  note: string | null;
}
declare module './schema.ts' {
  interface Database {
    test_pear: PearTable;
  }
}

const migrations: Migration[] = [
  {
    id: '2026-01-01-test-01-pear',
    up: (_db, columns) =>
      columns
        .table('test_pear')
        .addColumn('id', columns.str(36), (column) => column.primaryKey())
        .addColumn('weight', columns.int(), (column) => column.notNull())
        .addColumn('note', columns.text())
        .execute(),
  },
];

describe('an SQLite store', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'myriad-store-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('keeps rows over a restart and lets a second opener see who holds it', async () => {
    const file = join(folder, 'a.db');
    const store = await openDatabase({ store: { file }, migrations });
    await inTransaction(store.db, async (tx) => {
      await upsert(tx, 'test_pear', { id: 'p1' }, { weight: 1, note: 'x' });
      await upsert(tx, 'test_pear', { id: 'p1' }, { weight: 2 });
    });
    await assert.rejects(openDatabase({ store: { file }, migrations }), (error) => {
      assert(error instanceof StoreInUseError);
      assert.match(error.message, new RegExp(`process ${process.pid} `));
      return true;
    });
    await store.close();
    const again = await openDatabase({ store: { file }, migrations });
    assert.deepEqual(await again.db.selectFrom('test_pear').selectAll().execute(), [
      { id: 'p1', weight: 2, note: 'x' },
    ]);
    await again.close();
  });

  test('refuses the outer db inside a transaction instead of waiting for ever', { timeout: 10_000 }, async () => {
    const store = await openDatabase({ store: { file: join(folder, 'b.db') }, migrations });
    const outer = inTransaction(store.db, () => store.db.selectFrom('test_pear').selectAll().execute());
    await assert.rejects(outer, /programming error/);
    await assert.rejects(
      inTransaction(store.db, () => inTransaction(store.db, async () => 1)),
      /programming error/,
    );
    assert.deepEqual(await store.db.selectFrom('test_pear').selectAll().execute(), []);
    await store.close();
  });

  test('runs what waits for the commit only after a commit', async () => {
    const store = await openDatabase({ store: { file: join(folder, 'c.db') }, migrations });
    const seen: string[] = [];
    await inTransaction(store.db, async () => {
      afterCommit(() => seen.push('committed'));
      seen.push('inside');
    });
    await assert.rejects(
      inTransaction(store.db, async () => {
        afterCommit(() => seen.push('never'));
        throw new Error('no');
      }),
    );
    assert.deepEqual(seen, ['inside', 'committed']);
    const warned = once(process, 'warning');
    const result = inTransaction(store.db, async () => {
      afterCommit(() => {
        throw new Error('a listener broke');
      });
      return 'committed all the same';
    });
    assert.equal(await result, 'committed all the same');
    assert.match(String((await warned)[0]), /a listener broke/);
    await store.close();
  });

  test('serialises twenty read-modify-writes at once', async () => {
    const store = await openDatabase({ store: { file: join(folder, 'd.db') }, migrations });
    await inTransaction(store.db, (tx) => upsert(tx, 'test_pear', { id: 'n' }, { weight: 0 }));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        inTransaction(store.db, async (tx) => {
          const { weight } = await tx
            .selectFrom('test_pear')
            .select('weight')
            .where('id', '=', 'n')
            .executeTakeFirstOrThrow();
          await tx
            .updateTable('test_pear')
            .set({ weight: weight + 1 })
            .where('id', '=', 'n')
            .execute();
        }),
      ),
    );
    const row = await store.db.selectFrom('test_pear').select('weight').executeTakeFirstOrThrow();
    assert.equal(row.weight, 20);
    await store.close();
  });

  test('refuses a store a newer version made', async () => {
    const file = join(folder, 'e.db');
    await (await openDatabase({ store: { file }, migrations })).close();
    await assert.rejects(openDatabase({ store: { file }, migrations: [] }), /newer or other Myriad/);
  });
});
