import { dialects } from '@myriad/sql';
import { factsNeeded } from '@myriad/sql-review';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/** What a server reads for a statement by its own counters; a change is run as the query that finds its rows. */
export async function countReads(connection: Connection, sql: string): Promise<number> {
  const read = readForm(sql);
  await connection.query('FLUSH STATUS');
  const idle = await counted(connection);
  await connection.query('FLUSH STATUS');
  await connection.query(read);
  return (await counted(connection)) - idle;
}

/** Rows read by the storage engine, without those of the reading of the counters. */
async function counted(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'");
  return rows.reduce((sum, row) => sum + Number(row.Value), 0);
}

export const readForm = (sql: string): string => factsNeeded(sql, dialects['mysql-9']).plans[0]?.explained ?? sql;

export interface Explained {
  readonly possible: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
}

export async function explain(connection: Connection, sql: string): Promise<Explained> {
  const [rows] = await connection.query<RowDataPacket[]>(`EXPLAIN ${readForm(sql)}`);
  const split = (value: unknown) => String(value ?? '').split(/[^\w]+/);
  return {
    possible: new Set(rows.flatMap((row) => [...split(row.possible_keys), ...split(row.key)])),
    chosen: new Set(rows.flatMap((row) => split(row.key))),
  };
}
