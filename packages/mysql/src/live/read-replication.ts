import { boundedText } from '../observe/bounded-text.ts';
import type { ReplicationChannel, ServerGlance } from '../observe/glance.ts';
import { replicationStatus } from '../observe/glance-statements.ts';
import { ask, readPart, upTo } from '../observe/look.ts';
import type { Part } from '../observe/part.ts';
import type { DumpThread } from '../observe/portrait.ts';
import { readChannelRow } from '../observe/read-channel.ts';
import { readGlance } from '../observe/read-glance.ts';
import { beginLook, type PortraitOptions } from '../observe/read-portrait.ts';
import { readDumpThreads } from '../observe/read-surroundings.ts';
import { timeOf } from '../observe/time-of.ts';
import { numberOf, type SqlRow, type SqlRunner } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { mostWorkerErrors, workerErrors } from './replication-statements.ts';

export interface ReplicationDetailChannel extends ReplicationChannel {
  /** Where reading the source's log stands, and where applying does: file and position there. */
  readonly read: { readonly file: string; readonly position: number | null };
  readonly applied: { readonly file: string; readonly position: number | null };
  /** Bytes of relay log on disk; null = not said. */
  readonly relayBytes: number | null;
  /** In the server's words: `Waiting for source to send event` … */
  readonly receiverState: string;
  readonly applierState: string;
  readonly receiverError: string;
  readonly applierError: string;
  /** Seconds still to wait of a delay on purpose; null = none. */
  readonly remainingDelaySeconds: number | null;
}

export interface WorkerError {
  readonly channel: string;
  readonly worker: number;
  readonly errno: number;
  readonly message: string;
  readonly at: string | null;
}

export interface ReplicationDetail {
  readonly glance: ServerGlance;
  readonly channels: readonly ReplicationDetailChannel[];
  readonly workerErrors: Part<readonly WorkerError[]>;
  /** Replicas that fetch from this server. */
  readonly replicas: Part<readonly DumpThread[]>;
}

function channelOf(version: Version, row: SqlRow): ReplicationDetailChannel {
  const text = (most: number, ...names: readonly string[]) =>
    boundedText(
      names.map((name) => row[name]).find((value) => value !== undefined),
      most,
    );
  const count = (...names: readonly string[]) => numberOf(names.map((name) => row[name]).find((v) => v !== undefined));
  return {
    ...readChannelRow(version, row),
    read: {
      file: text(512, 'Source_Log_File', 'Master_Log_File'),
      position: count('Read_Source_Log_Pos', 'Read_Master_Log_Pos'),
    },
    applied: {
      file: text(512, 'Relay_Source_Log_File', 'Relay_Master_Log_File'),
      position: count('Exec_Source_Log_Pos', 'Exec_Master_Log_Pos'),
    },
    relayBytes: count('Relay_Log_Space'),
    receiverState: text(255, 'Replica_IO_State', 'Slave_IO_State'),
    applierState: text(255, 'Replica_SQL_Running_State', 'Slave_SQL_Running_State'),
    receiverError: text(2000, 'Last_IO_Error'),
    applierError: text(2000, 'Last_SQL_Error'),
    remainingDelaySeconds: count('SQL_Remaining_Delay'),
  };
}

/** Every channel, thread, position and error, and who fetches from here. @throws what the runner throws for the channels */
export async function readReplicationDetail(
  sql: SqlRunner,
  version: Version,
  options: PortraitOptions = {},
): Promise<ReplicationDetail> {
  const look = beginLook(sql, version, { withinSeconds: 10, limits: { mostBytes: 4 * 1024 * 1024 }, ...options });
  const { now, signal } = options;
  const glance = await readGlance(sql, version, { ...(now ? { now } : {}), ...(signal ? { signal } : {}) });
  const rows = glance.channels.length === 0 ? [] : await ask(look, replicationStatus);
  return {
    glance,
    channels: rows.slice(0, 256).map((row) => channelOf(version, row)),
    workerErrors:
      version.flavor === 'mariadb'
        ? { ok: true, value: [] }
        : await readPart(look, async () =>
            upTo(await ask(look, workerErrors), mostWorkerErrors, (row) => ({
              channel: boundedText(row.channel, 64),
              worker: numberOf(row.worker) ?? 0,
              errno: numberOf(row.errno) ?? 0,
              message: boundedText(row.message, 1000),
              at: timeOf(row.at),
            })),
          ),
    replicas: await readPart(look, () => readDumpThreads(look)),
  };
}
