import type { LiveSession, LockWait } from './live.ts';

const state =
  /^Waiting for (?:(?:table|schema|global|commit|backup|stored \w+|trigger|event) )?(?:metadata|read|level|flush)? ?lock/i;

/**
 * Sessions that say they wait for a lock, where the server does not tell whom for: 5.7 and MariaDB, as they are installed, keep
 * no list of metadata locks. `known` are the waits it does tell. Pure.
 */
export function waitsByState(sessions: readonly LiveSession[], known: readonly LockWait[]): readonly LockWait[] {
  const told = new Set(known.map(({ waiting }) => waiting));
  return sessions
    .filter((session) => state.test(session.state) && !told.has(session.id))
    .map(({ id, seconds, state: wants }) => ({
      ...{ kind: 'metadata', waiting: id, blocking: null, schema: '', table: '', index: '', wants, held: '', seconds },
    }));
}
