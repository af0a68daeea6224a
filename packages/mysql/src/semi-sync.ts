import { switchSemiSync } from './catalogue/server.ts';
import { send } from './catalogue/statement.ts';
import { type SemiSyncRole, semiSyncWord } from './semi-sync-words.ts';
import { isOn, readNamed, type SqlRunner } from './sql-runner.ts';
import type { Version } from './version.ts';

export { type SemiSyncRole, semiSyncWord };

/** Plugin libraries to load at start; MariaDB has semi-sync built in since 10.3. */
export const semiSyncPlugins = (version: Version): readonly string[] =>
  version.flavor === 'mariadb'
    ? []
    : [`semisync_${semiSyncWord(version, 'source')}.so`, `semisync_${semiSyncWord(version, 'replica')}.so`];

/** One hour: long enough that the server does not fall back to asynchronous by itself (lossless). */
export const losslessTimeoutMilliseconds = 3_600_000;

/** Switches one side on or off at run time only: a role is never persisted. A receiver must be restarted to notice. */
export async function setSemiSync(
  sql: SqlRunner,
  version: Version,
  role: SemiSyncRole,
  to: 'on' | 'off',
): Promise<void> {
  await send(sql, version, switchSemiSync, { input: { role, to } });
}

export interface SemiSyncState {
  readonly source: boolean;
  readonly replica: boolean;
  /** The source really waits: enabled, and it has not fallen back. */
  readonly sourceActive: boolean;
  /** The replica really acknowledges: its receiver was started with semi-sync on. */
  readonly replicaActive: boolean;
  /** Acknowledging replicas connected to this source. */
  readonly clients: number;
  /** Acknowledgements each commit waits for. */
  readonly needed: number;
  /** Commits that wait for an acknowledgement right now. */
  readonly waiting: number;
  readonly waitPoint: string;
  readonly timeoutMilliseconds: number;
}

export async function readSemiSync(sql: SqlRunner, version: Version): Promise<SemiSyncState> {
  const [source, replica] = [semiSyncWord(version, 'source'), semiSyncWord(version, 'replica')];
  const at = (word: string, rest: string) => `rpl_semi_sync_${word}_${rest}`;
  // MariaDB knows no count: one is always enough there.
  const count = at(source, `wait_for_${replica}_count`);
  const variables = await readNamed(sql, 'variables', [
    count,
    at(source, 'enabled'),
    at(replica, 'enabled'),
    at(source, 'wait_point'),
    at(source, 'timeout'),
  ]);
  const status = await readNamed(sql, 'status', [
    at(source, 'status'),
    at(replica, 'status'),
    at(source, 'clients'),
    at(source, 'wait_sessions'),
  ]);
  return {
    source: isOn(variables.get(at(source, 'enabled'))),
    replica: isOn(variables.get(at(replica, 'enabled'))),
    sourceActive: isOn(status.get(at(source, 'status'))),
    replicaActive: isOn(status.get(at(replica, 'status'))),
    clients: Number(status.get(at(source, 'clients')) ?? 0),
    needed: Number(variables.get(count) ?? 1),
    waiting: Number(status.get(at(source, 'wait_sessions')) ?? 0),
    waitPoint: variables.get(at(source, 'wait_point')) ?? '',
    timeoutMilliseconds: Number(variables.get(at(source, 'timeout')) ?? 0),
  };
}
