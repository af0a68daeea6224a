import type { LockWait } from './live.ts';
import { conflictsWith, type MetadataLock } from './metadata-conflict.ts';

const sameObject = (a: MetadataLock, b: MetadataLock): boolean =>
  a.kind === b.kind && a.schema === b.schema && a.table === b.table;

/**
 * Who waits for whom on metadata locks. One that could stand beside everything held waits behind somebody else who waits
 * (an ALTER keeps later readers out), so it is shown behind that one. Pure.
 */
export function metadataWaits(locks: readonly MetadataLock[]): readonly LockWait[] {
  return locks
    .filter(({ status }) => status === 'pending')
    .flatMap((wanted): readonly LockWait[] => {
      const others = locks.filter((other) => other.session !== wanted.session && sameObject(other, wanted));
      const against = (status: MetadataLock['status']) =>
        others.filter((other) => other.status === status && conflictsWith(wanted.mode, other.mode));
      const held = against('granted');
      const blockers = held.length > 0 ? held : against('pending');
      const wait = (blocking: number | null, mode: string): LockWait => ({
        ...{ kind: 'metadata', waiting: wanted.session, blocking, schema: wanted.schema, table: wanted.table },
        ...{ index: '', wants: wanted.mode, held: mode, seconds: wanted.seconds },
      });
      return blockers.length > 0 ? blockers.map(({ session, mode }) => wait(session, mode)) : [wait(null, '')];
    });
}
