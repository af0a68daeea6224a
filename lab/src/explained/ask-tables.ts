import type { Flavour } from '@myriad/sql';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/** What a server tells of the tables of a statement it does not run. */
export interface AskedTables {
  /** `schema.name` in lower case of every table and view it opened: its metadata locks, whatever was optimised away. */
  readonly opened: ReadonlySet<string>;
  /** Those of them it opened to write; one that a join only may change is among them. */
  readonly openedToWrite: ReadonlySet<string>;
  /** Names in its plan: tables and aliases, without what stands for a part of the plan. */
  readonly planned: readonly string[];
  /** Names of rows of the plan that say INSERT, REPLACE, UPDATE or DELETE. */
  readonly changed: readonly string[];
}

/** What a server needs to be asked. */
export const askOptions = ['--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON'];

const ownLocks =
  "SELECT LOWER(CONCAT(OBJECT_SCHEMA, '.', OBJECT_NAME)) name, LOCK_TYPE mode FROM performance_schema.metadata_locks WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA NOT IN ('performance_schema') AND OWNER_THREAD_ID = (SELECT THREAD_ID FROM performance_schema.threads WHERE PROCESSLIST_ID = CONNECTION_ID())";

const changes: ReadonlySet<string> = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE']);

/** EXPLAIN in a transaction, then the locks it left; `refused` says why there is no plan. */
export async function askTables(
  connection: Connection,
  flavour: Flavour,
  sql: string,
): Promise<AskedTables | { readonly refused: string; readonly errno: number | undefined }> {
  await connection.query('START TRANSACTION');
  try {
    const explain = flavour === 'mysql' ? 'EXPLAIN FORMAT=TRADITIONAL' : 'EXPLAIN';
    const [plan] = await connection.query<RowDataPacket[]>({ sql: `${explain} ${sql}`, timeout: 20_000 });
    if (!Array.isArray(plan)) return { refused: 'no plan', errno: undefined };
    const [locks] = await connection.query<RowDataPacket[]>(ownLocks);
    const named = plan.filter(({ table }) => typeof table === 'string' && !table.startsWith('<'));
    return {
      opened: new Set(locks.map(({ name }) => String(name))),
      openedToWrite: new Set(
        locks.filter(({ mode }) => String(mode).startsWith('SHARED_WRITE')).map(({ name }) => String(name)),
      ),
      planned: named.map(({ table }) => String(table)),
      changed: named.filter(({ select_type: type }) => changes.has(String(type))).map(({ table }) => String(table)),
    };
  } catch (error) {
    const { errno, message } = error as { errno?: number; message: string };
    return { refused: message, errno };
  } finally {
    await connection.query('ROLLBACK').catch(() => undefined);
  }
}
