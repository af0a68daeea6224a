import type { Db, Tx } from './schema.ts';

/** One transaction; keep it short, no SSH, HTTP or MySQL of the fleet inside. */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work);
