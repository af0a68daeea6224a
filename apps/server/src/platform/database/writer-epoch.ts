import { CompiledQuery, type DatabaseConnection } from 'kysely';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/**
 * The number of takings of a MySQL store, one row. The named lock goes with its connection, and its holder hears of that late:
 * until then a second server may hold it. So whoever takes the store raises the number, and every transaction begins by holding
 * the row, shared, with the number it knows: a raise waits for those that run, and those that come after it are refused.
 */
const readShared = 'select epoch from store_writer where id = 1 lock in share mode';

/** Longer than any transaction of ours lasts; the one before may still be writing. */
const raiseWaitSeconds = 30;

/** Called with the named lock in hand. */
export async function raiseEpoch(connection: Connection): Promise<number> {
  await connection.query(
    `create table if not exists store_writer (id tinyint primary key, epoch bigint not null) engine=InnoDB`,
  );
  await connection.query('set session transaction isolation level read committed');
  await connection.query(`set session innodb_lock_wait_timeout = ${raiseWaitSeconds}`);
  await connection.query(
    'insert into store_writer (id, epoch) values (1, 1) on duplicate key update epoch = epoch + 1',
  );
  const epoch = await readEpoch(connection);
  if (epoch === undefined) throw new Error('the row of store_writer is gone');
  return epoch;
}

export async function readEpoch(connection: Connection): Promise<number | undefined> {
  const [[row]] = await connection.query<RowDataPacket[]>('select epoch from store_writer where id = 1');
  return row === undefined ? undefined : Number(row.epoch);
}

/** Holds the row until the transaction of this connection ends; false: somebody took the store since. */
export async function holdsEpoch(connection: DatabaseConnection, epoch: number): Promise<boolean> {
  const { rows } = await connection.executeQuery<{ epoch: unknown }>(CompiledQuery.raw(readShared));
  return Number(rows[0]?.epoch) === epoch;
}
