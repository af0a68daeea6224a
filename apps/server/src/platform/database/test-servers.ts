import type { StoreKind } from './migration.ts';
import type { TestPlace } from './testing.ts';

/** A fresh database on this process's server of that flavour; the reason where there is no server tree. */
export async function freshDatabase(kind: Exclude<StoreKind, 'sqlite'>): Promise<TestPlace | { missing: string }> {
  return { missing: `no ${kind} server yet` };
}
