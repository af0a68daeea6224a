import { send } from '../catalogue/statement.ts';
import { parseGtidSet, printGtidSet } from '../gtid.ts';
import { isOn, numberOf, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import { parseVersion, type Version } from '../version.ts';
import { boundedText } from './bounded-text.ts';
import type { GlanceGroup, GlanceSemiSync, ServerGlance } from './glance.ts';
import {
  glanceIdentity,
  glanceStatus,
  groupStatusNames,
  replicationStatus,
  type SemiSyncSides,
} from './glance-statements.ts';
import { groupMembers } from './portrait-statements.ts';
import { readChannelRow } from './read-channel.ts';

export interface GlanceOptions {
  /** Milliseconds; default the system's clock. */
  readonly now?: () => number;
  /** For each of the statements. Default 5. */
  readonly timeoutSeconds?: number;
  readonly signal?: AbortSignal;
}

/** Replication channels a server may claim: more is a lie or a mistake, and neither may fill our memory. */
const mostChannels = 256;

/**
 * Who the server is and how it replicates, in three statements; a member of a group in four. Nothing is written, nothing grows with the data.
 * @throws what the runner throws, and an Error on an answer that no server of this flavour gives.
 */
export async function readGlance(sql: SqlRunner, version: Version, options: GlanceOptions = {}): Promise<ServerGlance> {
  const { now = Date.now, timeoutSeconds = 5, signal } = options;
  const limits = { timeoutSeconds, ...(signal ? { signal } : {}) };
  const readAt = now();
  const statusRows = await send(sql, version, glanceStatus, { limits });
  const status = new Map(statusRows.map((row) => [textOf(row.Variable_name).toLowerCase(), textOf(row.Value)]));
  const sent = now();
  const [row] = await send(sql, version, glanceIdentity, { input: sidesIn(version, status), limits });
  const answered = now();
  if (!row) throw new Error('the server gave no answer to who it is');
  const channels = await send(sql, version, replicationStatus, { limits });
  const group = groupStatusNames.some((name) => status.has(name))
    ? await readGroup(sql, version, textOf(row.server_uuid).toLowerCase(), limits)
    : undefined;
  return {
    ...identityOf(version, row),
    uptimeSeconds: numberOf(status.get('uptime')),
    semiSync: semiSyncOf(row, status),
    channels: channels.slice(0, mostChannels).map((channel) => readChannelRow(version, channel)),
    ...(group ? { group } : {}),
    clockOffsetMilliseconds: clockOffset(row.clock, sent, answered),
    readAt,
    tookMilliseconds: now() - readAt,
  };
}

/** What it sees of its group. One that refuses to say (no performance_schema, no right to it) has said all the rest. */
async function readGroup(
  sql: SqlRunner,
  version: Version,
  uuid: string,
  limits: { readonly timeoutSeconds: number; readonly signal?: AbortSignal },
): Promise<GlanceGroup | undefined> {
  try {
    const rows = await send(sql, version, groupMembers, { limits });
    const own = rows.find((member) => textOf(member.uuid).toLowerCase() === uuid);
    const role = textOf(own?.role);
    return {
      state: boundedText(own?.state, 32),
      role: role === 'PRIMARY' || role === 'SECONDARY' ? role : '',
      online: rows.filter(({ state }) => textOf(state) === 'ONLINE').length,
    };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** By the server's own error number; a lost connection has none, or one of the operating system's, below nought. */
function isRefusal(error: unknown): boolean {
  const { errno, detail } = error as { errno?: unknown; detail?: { errno?: unknown } };
  return Number(errno ?? detail?.errno ?? 0) >= 1000;
}

function sidesIn(version: Version, status: ReadonlyMap<string, string>): SemiSyncSides {
  if (version.flavor === 'mariadb') return { source: 'old-words', replica: 'old-words' };
  const has = (word: string) => status.has(`rpl_semi_sync_${word}_status`);
  return {
    source: has('source') ? 'new-words' : has('master') ? 'old-words' : 'none',
    replica: has('replica') ? 'new-words' : has('slave') ? 'old-words' : 'none',
  };
}

function semiSyncOf(row: SqlRow, status: ReadonlyMap<string, string>): GlanceSemiSync {
  const of = (side: 'source' | 'replica', rest: string) => {
    const words = side === 'source' ? ['source', 'master'] : ['replica', 'slave'];
    return words.map((word) => status.get(`rpl_semi_sync_${word}_${rest}`)).find((value) => value !== undefined);
  };
  return {
    source: row.semi_sync_source === undefined ? null : isOn(row.semi_sync_source),
    replica: row.semi_sync_replica === undefined ? null : isOn(row.semi_sync_replica),
    sourceActive: isOn(of('source', 'status')),
    replicaActive: isOn(of('replica', 'status')),
    clients: numberOf(of('source', 'clients')) ?? 0,
    waiting: numberOf(of('source', 'wait_sessions')) ?? 0,
  };
}

function executedOf(version: Version, row: SqlRow): string {
  const text =
    version.flavor === 'mysql'
      ? textOf(row.gtid_executed)
      : [textOf(row.gtid_slave_pos), textOf(row.gtid_binlog_pos)].filter(Boolean).join(',');
  return printGtidSet(parseGtidSet(version.flavor, text));
}

function identityOf(version: Version, row: SqlRow) {
  const versionText = boundedText(row.version, 128);
  const gtidMode = textOf(row.gtid_mode).toUpperCase();
  return {
    version: parseVersion(versionText, version.flavor),
    versionText,
    versionComment: boundedText(row.version_comment, 255),
    hostname: boundedText(row.hostname, 255),
    port: numberOf(row.port) ?? 0,
    serverId: numberOf(row.server_id) ?? 0,
    serverUuid: boundedText(row.server_uuid, 64).toLowerCase(),
    // MariaDB 12 knows more than ON and OFF; everything but OFF refuses somebody.
    readOnly: !['', '0', 'OFF'].includes(textOf(row.read_only).toUpperCase()),
    superReadOnly: version.flavor === 'mysql' ? isOn(row.super_read_only) : null,
    logBin: isOn(row.log_bin),
    logReplicaUpdates: isOn(row.log_slave_updates),
    gtid: version.flavor === 'mariadb' || gtidMode === 'ON' ? 'on' : gtidMode === 'OFF' ? 'off' : 'partial',
    executed: executedOf(version, row),
    binlogState: boundedText(row.gtid_binlog_state, 65_536),
    eventScheduler: eventScheduler(textOf(row.event_scheduler)),
  } as const;
}

const eventScheduler = (text: string) => (text.toUpperCase() === 'DISABLED' ? 'disabled' : isOn(text) ? 'on' : 'off');

function clockOffset(theirs: unknown, sent: number, answered: number): number | null {
  const seconds = numberOf(theirs);
  return seconds === null ? null : Math.round(seconds * 1000 - (sent + answered) / 2) + 0; // never -0
}
