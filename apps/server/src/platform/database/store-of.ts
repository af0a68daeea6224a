import type { StoreKind } from './migration.ts';
import type { Reader } from './schema.ts';

const stores = new WeakMap<object, { readonly kind: StoreKind; readonly guard: object }>();

/** Called once by whoever opens a store. The query executor's adapter is shared by a db and its transactions. */
export function rememberStore(db: Pick<Reader, 'getExecutor'>, kind: StoreKind, guard: object): void {
  stores.set(db.getExecutor().adapter, { kind, guard });
}

function storeOf(db: Pick<Reader, 'getExecutor'>) {
  const store = stores.get(db.getExecutor().adapter);
  if (!store) throw new Error('this db was not opened by openDatabase');
  return store;
}

export const guardOf = (db: Pick<Reader, 'getExecutor'>): object => storeOf(db).guard;

/** Which store this db or transaction runs on. */
export const kindOf = (db: Pick<Reader, 'getExecutor'>): StoreKind => storeOf(db).kind;
