import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseConnection, Dialect, Driver } from 'kysely';

/** The transaction the running code is inside of. */
export interface TransactionScope {
  /** The guard of the store it runs on. */
  readonly guard: object;
  open: boolean;
  readonly afterCommit: (() => void)[];
}

export const transactionScope = new AsyncLocalStorage<TransactionScope>();

const message =
  'programming error: the outer db was used inside a transaction. Hand the tx on: on SQLite this would wait for itself for ever, elsewhere it would escape the transaction.';

interface GuardOptions {
  /** The store has one connection, handed out to one user at a time, first come first served. */
  readonly oneConnection?: true;
  /** First thing in every transaction; where it throws, the transaction is over. */
  readonly afterBegin?: (connection: DatabaseConnection) => Promise<void>;
}

/** Wraps a dialect so that asking the pool for a connection inside one's own transaction throws instead of waiting for ever. */
export function guardDialect(inner: Dialect, guard: object, options: GuardOptions): Dialect {
  return {
    createQueryCompiler: () => inner.createQueryCompiler(),
    createIntrospector: (db) => inner.createIntrospector(db),
    createAdapter: () => {
      const adapter = inner.createAdapter();
      // Kysely's own queue would make the guard wait before it can speak, so the queue is ours.
      return Object.create(adapter, { supportsMultipleConnections: { value: true } });
    },
    createDriver: () => guardDriver(inner.createDriver(), guard, options),
  };
}

function guardDriver(driver: Driver, guard: object, { oneConnection, afterBegin }: GuardOptions): Driver {
  let last: Promise<void> = Promise.resolve();
  const releases = new Map<DatabaseConnection, () => void>();
  async function takeTurn(): Promise<() => void> {
    const before = last;
    const turn = Promise.withResolvers<void>();
    last = turn.promise;
    await before;
    return turn.resolve;
  }
  return {
    init: (options) => driver.init(options),
    destroy: (options) => driver.destroy(options),
    beginTransaction: async (connection, settings) => {
      await driver.beginTransaction(connection, settings);
      try {
        await afterBegin?.(connection);
      } catch (error) {
        // Kysely takes it for never begun, and would hand the connection on with the transaction open.
        await driver.rollbackTransaction(connection);
        throw error;
      }
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    acquireConnection: async (options) => {
      const scope = transactionScope.getStore();
      if (scope?.open && scope.guard === guard) throw new Error(message);
      if (!oneConnection) return driver.acquireConnection(options);
      const release = await takeTurn();
      try {
        const connection = await driver.acquireConnection(options);
        releases.set(connection, release);
        return connection;
      } catch (error) {
        release();
        throw error;
      }
    },
    releaseConnection: async (connection, options) => {
      const release = releases.get(connection);
      try {
        await driver.releaseConnection(connection, options);
      } finally {
        releases.delete(connection);
        release?.();
      }
    },
  };
}
