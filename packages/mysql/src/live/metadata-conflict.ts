/** One metadata lock, held or wanted. */
export interface MetadataLock {
  readonly kind: string;
  readonly schema: string;
  readonly table: string;
  readonly mode: string;
  readonly status: 'granted' | 'pending';
  readonly session: number;
  readonly seconds: number | null;
}

const all = [
  ...['SHARED', 'SHARED_HIGH_PRIO', 'SHARED_READ', 'SHARED_WRITE', 'SHARED_WRITE_LOW_PRIO', 'SHARED_UPGRADABLE'],
  ...['SHARED_READ_ONLY', 'SHARED_NO_WRITE', 'SHARED_NO_READ_WRITE', 'EXCLUSIVE'],
];
const writes = ['SHARED_WRITE', 'SHARED_WRITE_LOW_PRIO'];
const changes = ['SHARED_UPGRADABLE', 'SHARED_NO_WRITE', 'SHARED_NO_READ_WRITE', 'EXCLUSIVE'];

/**
 * What each wanted lock cannot stand beside, as in the server's sql/mdl.cc (MDL_object_lock): tables and other objects
 * first, then the locks on scopes (global, schema, commit).
 */
const conflicts: Readonly<Record<string, readonly string[]>> = {
  SHARED: ['EXCLUSIVE'],
  SHARED_HIGH_PRIO: ['EXCLUSIVE'],
  SHARED_READ: ['SHARED_NO_READ_WRITE', 'EXCLUSIVE'],
  SHARED_WRITE: ['SHARED_READ_ONLY', 'SHARED_NO_WRITE', 'SHARED_NO_READ_WRITE', 'EXCLUSIVE'],
  SHARED_WRITE_LOW_PRIO: ['SHARED_READ_ONLY', 'SHARED_NO_WRITE', 'SHARED_NO_READ_WRITE', 'EXCLUSIVE'],
  SHARED_UPGRADABLE: changes,
  SHARED_READ_ONLY: [...writes, 'SHARED_NO_READ_WRITE', 'EXCLUSIVE'],
  SHARED_NO_WRITE: [...writes, ...changes],
  SHARED_NO_READ_WRITE: ['SHARED_READ', ...writes, 'SHARED_READ_ONLY', ...changes],
  EXCLUSIVE: all,
  INTENTION_EXCLUSIVE: ['SHARED', 'EXCLUSIVE'],
};

/** What this release does not know is taken for a conflict: better one suspect too many than none. */
export const conflictsWith = (wanted: string, other: string): boolean => {
  // On a scope, a plain SHARED lock stands in the way of every intention to write.
  if (other === 'INTENTION_EXCLUSIVE') return wanted !== 'INTENTION_EXCLUSIVE';
  const against = conflicts[wanted];
  return against === undefined || conflicts[other] === undefined || against.includes(other);
};
