import { sessionLockWait, setReadOnly } from './catalogue/server.ts';
import { send } from './catalogue/statement.ts';
import { isOn, readNamed, type SqlRunner } from './sql-runner.ts';
import type { Version } from './version.ts';

export interface ReadOnlyState {
  readonly readOnly: boolean;
  /** MariaDB has none: undefined. */
  readonly superReadOnly: boolean | undefined;
}

export async function readReadOnly(sql: SqlRunner): Promise<ReadOnlyState> {
  const found = await readNamed(sql, 'variables', ['read_only', 'super_read_only']);
  const superReadOnly = found.get('super_read_only');
  // MariaDB 12 knows more than ON and OFF; everything but OFF refuses somebody.
  const readOnly = found.get('read_only') ?? 'OFF';
  return {
    readOnly: isOn(readOnly) || !['0', 'OFF'].includes(readOnly),
    superReadOnly: superReadOnly === undefined ? undefined : isOn(superReadOnly),
  };
}

/**
 * True only where both flags stand. `@@super_read_only` alone reads 1 while its SET still hangs behind waiting commits and
 * a writer queued behind it can still be acknowledged; `read_only` turns only when the SET has returned.
 */
export const refusesWrites = (version: Version, state: ReadOnlyState): boolean =>
  state.readOnly && (version.flavor === 'mariadb' || state.superReadOnly === true);

/** Opens the instance for clients; for this run of the server only, never persisted. */
export async function openForWrites(sql: SqlRunner, version: Version): Promise<void> {
  if (version.flavor === 'mysql') await send(sql, version, setReadOnly, { input: 'super_read_only = OFF' });
  await send(sql, version, setReadOnly, { input: 'read_only = OFF' });
}

/** Waits at most `lockWaitSeconds` behind open table locks and running commits, then fails; the server stays as it was. */
export async function makeReadOnly(sql: SqlRunner, version: Version, lockWaitSeconds: number): Promise<void> {
  await send(sql, version, sessionLockWait, { input: lockWaitSeconds });
  const input = version.flavor === 'mysql' ? 'super_read_only = ON' : 'read_only = ON';
  await send(sql, version, setReadOnly, { input });
}
