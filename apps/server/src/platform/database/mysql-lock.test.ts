import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { columnsFor, type Migration } from './migration.ts';
import { openDatabase } from './open-database.ts';
import type { Db } from './schema.ts';
import { StoreInUseError } from './store-lock.ts';
import { forEachStore } from './testing.ts';

const migrations: readonly Migration[] = [
  {
    id: '2026-11-22-test-01-note',
    up: (db, { kind }) =>
      columnsFor(db, kind)
        .table('note')
        .addColumn('text', 'varchar(40)', (column) => column.primaryKey())
        .execute(),
  },
];

const write = (db: Db, text: string) =>
  inTransaction(db, (tx) => sql`insert into note (text) values (${text})`.execute(tx));
const notes = async (db: Db) =>
  (await sql<{ text: string }>`select text from note order by text`.execute(db)).rows.map(({ text }) => text);

/** The connection that holds the store, ended from outside, as a proxy or a person would. */
async function killHolder(db: Db): Promise<void> {
  const [row] = (await sql<{ name: string }>`select database() as name`.execute(db)).rows;
  const name = `myriad:${createHash('sha256').update(String(row?.name)).digest('hex').slice(0, 32)}`;
  const [holder] = (await sql<{ id: number }>`select is_used_lock(${name}) as id`.execute(db)).rows;
  await sql`kill ${sql.lit(Number(holder?.id))}`.execute(db);
  await until('the lock is free', async () => {
    const [left] = (await sql<{ id: number | null }>`select is_used_lock(${name}) as id`.execute(db)).rows;
    return left?.id === null;
  });
}

/** Does another connection wait to take the store over? */
async function isWaiting(db: Db): Promise<boolean> {
  const found = await sql`select id from information_schema.processlist
    where id <> connection_id() and info like 'insert into store_writer%'`.execute(db);
  return found.rows.length > 0;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) if (await isSo()) return;
  throw new Error(`never: ${what}`);
}

forEachStore(
  'a server whose lock was taken over writes nothing more, and is told to stop',
  async ({ place, kind, close }) => {
    if (kind === 'sqlite') return;
    await close();
    const lost: Error[] = [];
    const first = await openDatabase({ store: place, migrations, onLockLost: (error) => lost.push(error) });
    try {
      await write(first.db, 'before');
      const running = Promise.withResolvers<void>();
      const mayEnd = Promise.withResolvers<void>();
      const late = inTransaction(first.db, async (tx) => {
        running.resolve();
        await mayEnd.promise;
        await sql`insert into note (text) values ('begun before')`.execute(tx);
      });
      await running.promise;
      await killHolder(first.db);
      const opening = openDatabase({ store: place, migrations });
      await until('the second waits for what the first has begun', () => isWaiting(first.db));
      mayEnd.resolve();
      await late;
      const second = await opening;
      try {
        assert.deepEqual(await notes(second.db), ['before', 'begun before']);
        await assert.rejects(write(first.db, 'beside another'), StoreInUseError);
        await assert.rejects(write(first.db, 'once more'), StoreInUseError);
        assert.equal(lost.length, 1);
        assert(lost[0] instanceof StoreInUseError);
        await write(second.db, 'of the second');
        assert.deepEqual(await notes(second.db), ['before', 'begun before', 'of the second']);
      } finally {
        await second.close();
      }
    } finally {
      await first.close();
    }
  },
  { migrations },
);

forEachStore(
  'a lock that was lost and taken by nobody else does no harm',
  async ({ db, kind }) => {
    if (kind === 'sqlite') return;
    await killHolder(db);
    await write(db, 'goes on');
    assert.deepEqual(await notes(db), ['goes on']);
  },
  { migrations },
);
