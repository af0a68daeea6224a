import { setImmediate } from 'node:timers/promises';
import type { Db, Tx } from './schema.ts';
import { guardOf } from './store-of.ts';
import { type TransactionScope, transactionScope } from './transaction-guard.ts';

const tries = 5;

/**
 * One transaction; keep it short, no SSH, HTTP or MySQL of the fleet inside. On MySQL and MariaDB a deadlock victim is run
 * again (up to 5 times), so `work` touches nothing but the database and its own local values.
 * Using the outer `db` inside throws.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const scope: TransactionScope = { guard: guardOf(db), open: true, afterCommit: [] };
    try {
      const result = await db.transaction().execute((tx) => transactionScope.run(scope, () => work(tx)));
      scope.open = false;
      for (const act of scope.afterCommit) actOnce(act);
      return result;
    } catch (error) {
      scope.open = false;
      if (attempt >= tries || !isDeadlock(error)) throw error;
      await setImmediate();
    }
  }
}

/** What is committed is done: a hint that fails afterwards must not make it look undone. */
function actOnce(act: () => void): void {
  try {
    act();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : new Error(String(error)), { code: 'AFTER_COMMIT' });
  }
}

/** Runs `act` once the transaction around the caller is committed; at once when there is none. Not run on rollback. */
export function afterCommit(act: () => void): void {
  const scope = transactionScope.getStore();
  if (scope?.open) scope.afterCommit.push(act);
  else act();
}

/** https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html#error_er_lock_deadlock */
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ER_LOCK_DEADLOCK';
