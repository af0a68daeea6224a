import type { LiveSession, LiveTransaction, LockWait } from './live.ts';

const state =
  /^Waiting for (?:(?:table|schema|global|commit|backup|stored \w+|trigger|event) )?(?:metadata|read|level|flush)? ?lock/i;

/**
 * Sessions that wait for a lock, where the server does not tell whom for. Metadata: 5.7 and MariaDB, as they are installed, keep
 * no list of who holds one. Rows: `performance_schema` is off on 8.0, or there are more pairs than are read. `known` are the
 * waits it does tell. Without these, who waits could be taken for who blocks. Pure.
 */
export function untoldWaits(
  sessions: readonly LiveSession[],
  transactions: readonly LiveTransaction[],
  known: readonly LockWait[],
): readonly LockWait[] {
  const told = new Set(known.map(({ waiting }) => waiting));
  const nobody = { blocking: null, schema: '', table: '', index: '', held: '' };
  const onRows = transactions.flatMap(({ session, waitSeconds }): LockWait[] =>
    session === null || waitSeconds === null || told.has(session)
      ? []
      : [{ ...nobody, kind: 'row', waiting: session, wants: '', seconds: waitSeconds }],
  );
  for (const { waiting } of onRows) told.add(waiting);
  const onMetadata = sessions
    .filter((session) => state.test(session.state) && !told.has(session.id))
    .map(({ id, seconds, state: wants }): LockWait => ({ ...nobody, kind: 'metadata', waiting: id, wants, seconds }));
  return [...onRows, ...onMetadata];
}
