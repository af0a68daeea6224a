import type { SelectQueryBuilder } from 'kysely';
import type { Database, Tx } from './schema.ts';
import { kindOf } from './store-of.ts';

/** Holds the rows a query finds until the transaction ends. On SQLite the transaction itself already holds everything. */
export const lockRow = <DB extends Database, Table extends keyof DB, Output>(
  tx: Tx,
  query: SelectQueryBuilder<DB, Table, Output>,
): SelectQueryBuilder<DB, Table, Output> => (kindOf(tx) === 'sqlite' ? query : query.forUpdate());
