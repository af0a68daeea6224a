import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { afterCommit, inTransaction } from './in-transaction.ts';
import { isDuplicateKey } from './is-duplicate-key.ts';
import { lockRow } from './lock-row.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { openDatabase } from './open-database.ts';
import { forEachStore } from './testing.ts';
import { upsert } from './upsert.ts';

interface PlumTable {
  id: string;
  weight: number;
  ripe: 0 | 1;
  note: string | null;
}
declare module './schema.ts' {
  interface Database {
    test_plum: PlumTable;
  }
}

const plums: Migration = {
  id: '2026-01-01-test-01-plum',
  up: (_db, columns) =>
    columns
      .table('test_plum')
      .addColumn('id', columns.str(36), (column) => column.primaryKey())
      .addColumn('weight', columns.int(), (column) => column.notNull())
      .addColumn('ripe', columns.bool(), (column) => column.notNull())
      .addColumn('note', columns.text())
      .execute(),
};
const migrations = [plums];
const row = { id: 'n', weight: 0, ripe: 0, note: null } as const;

describe('every store', () => {
  forEachStore(
    'gives back what was written, the same on all',
    async ({ db }) => {
      const written = { id: 'P', weight: 2 ** 52 + 1, ripe: 1, note: `'quoted' \\ "text" 梨 🍐 \u0000` } as const;
      await inTransaction(db, (tx) => tx.insertInto('test_plum').values(written).execute());
      assert.deepEqual(await db.selectFrom('test_plum').selectAll().execute(), [written]);
      const found = await db.selectFrom('test_plum').select('id').where('id', '=', 'p').execute();
      assert.deepEqual(found, [], 'names differ by case');
    },
    { migrations },
  );

  forEachStore(
    'changes or inserts by key, and keeps the other columns',
    async ({ db }) => {
      const write = (values: Partial<PlumTable>) =>
        inTransaction(db, (tx) => upsert(tx, 'test_plum', { id: 'u' }, values));
      await write({ weight: 1, ripe: 0, note: 'kept' });
      await write({ weight: 2, ripe: 1 });
      assert.deepEqual(await db.selectFrom('test_plum').selectAll().execute(), [
        { id: 'u', weight: 2, ripe: 1, note: 'kept' },
      ]);
    },
    { migrations },
  );

  forEachStore(
    'counts the rows a compare-and-set met, changed or not, and knows a duplicate key',
    async ({ db }) => {
      await inTransaction(db, (tx) => tx.insertInto('test_plum').values(row).execute());
      const set = (from: number, to: number) =>
        inTransaction(db, (tx) =>
          tx.updateTable('test_plum').set({ weight: to }).where('weight', '=', from).executeTakeFirst(),
        );
      assert.deepEqual(
        [(await set(0, 0)).numUpdatedRows, (await set(0, 1)).numUpdatedRows, (await set(0, 1)).numUpdatedRows],
        [1n, 1n, 0n],
      );
      const again = inTransaction(db, (tx) => tx.insertInto('test_plum').values(row).execute());
      await assert.rejects(again, (error) => isDuplicateKey(error));
    },
    { migrations },
  );

  forEachStore(
    'loses no count when twenty read, think and write one row at once',
    async ({ db }) => {
      await inTransaction(db, (tx) => tx.insertInto('test_plum').values(row).execute());
      const grow = () =>
        inTransaction(db, async (tx) => {
          const query = tx.selectFrom('test_plum').select('weight').where('id', '=', 'n');
          const { weight } = await lockRow(tx, query).executeTakeFirstOrThrow();
          await tx
            .updateTable('test_plum')
            .set({ weight: weight + 1 })
            .where('id', '=', 'n')
            .execute();
        });
      await Promise.all(Array.from({ length: 20 }, grow));
      assert.equal((await db.selectFrom('test_plum').select('weight').executeTakeFirstOrThrow()).weight, 20);
    },
    { migrations },
  );

  forEachStore(
    'runs a deadlock’s victim again, and what waits for the commit once',
    async ({ db, kind }) => {
      await inTransaction(db, (tx) =>
        tx
          .insertInto('test_plum')
          .values([row, { ...row, id: 'm' }])
          .execute(),
      );
      let runs = 0;
      let commits = 0;
      const bothHold = Promise.withResolvers<void>();
      let holding = 0;
      const cross = (first: string, second: string) =>
        inTransaction(db, async (tx) => {
          runs++;
          afterCommit(() => commits++);
          const grow = (id: string) =>
            tx.updateTable('test_plum').set({ weight: sql`weight + 1` }).where('id', '=', id).execute();
          await grow(first);
          // On SQLite the second transaction begins after the first, so nobody waits for it.
          if (++holding === 2 || kind === 'sqlite') bothHold.resolve();
          await bothHold.promise;
          await grow(second);
        });
      await Promise.all([cross('n', 'm'), cross('m', 'n')]);
      const weights = await db.selectFrom('test_plum').select('weight').execute();
      assert.deepEqual(
        weights.map(({ weight }) => weight),
        [2, 2],
      );
      assert.deepEqual([runs, commits], [kind === 'sqlite' ? 2 : 3, 2]);
    },
    { migrations },
  );

  forEachStore(
    'refuses the outer db inside a transaction',
    async ({ db }) => {
      const outer = inTransaction(db, () => db.selectFrom('test_plum').selectAll().execute());
      await assert.rejects(outer, /programming error/);
    },
    { migrations },
  );

  forEachStore(
    'runs migrations in order of id, once, and again what a crash left unrecorded',
    async ({ db, kind }) => {
      const ran: string[] = [];
      const named = (id: string): Migration => ({ id, up: async () => void ran.push(id) });
      const open = db as Kysely<unknown>;
      const known = [plums, named('2026-01-03-b'), named('2026-01-02-a')];
      assert.deepEqual(await migrate(open, kind, known, () => 1), ['2026-01-02-a', '2026-01-03-b']);
      assert.deepEqual(await migrate(open, kind, known, () => 1), []);
      await sql`delete from migration where id in (${plums.id}, '2026-01-03-b')`.execute(db);
      assert.deepEqual(await migrate(open, kind, known, () => 1), [plums.id, '2026-01-03-b']);
      assert.deepEqual(ran, ['2026-01-02-a', '2026-01-03-b', '2026-01-03-b']);
      await assert.rejects(
        migrate(open, kind, [plums, plums], () => 1),
        /two migrations/,
      );
    },
    { migrations },
  );

  forEachStore(
    'opens for one server only, and names the holder to the other',
    async (store) => {
      const again = openDatabase({ store: store.place, migrations });
      await assert.rejects(again, /in use by (process \d+|connection \d+ of root from localhost)/);
    },
    { migrations },
  );
});
