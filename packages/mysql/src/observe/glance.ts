import type { ReplicationState } from '../replication.ts';
import type { Version } from '../version.ts';

/** One replication channel as the replica describes it. */
export interface ReplicationChannel extends ReplicationState {
  /** '' = the default one. MariaDB: Connection_name. */
  readonly name: string;
  /** MySQL: server_uuid of the source, '' until it was reached once. MariaDB knows none. */
  readonly sourceUuid: string;
  /** null = not known (never connected). */
  readonly sourceServerId: number | null;
  readonly receiverErrno: number;
  readonly applierErrno: number;
  /** Seconds the applier holds back on purpose. */
  readonly delaySeconds: number;
  /** Events the applier was told to skip. */
  readonly skipCounter: number;
  readonly filters: readonly ReplicationFilter[];
}

export interface ReplicationFilter {
  /** `replicate-do-db`, `replicate-wild-ignore-table`, `binlog-ignore-db` … */
  readonly rule: string;
  readonly value: string;
}

export interface GlanceSemiSync {
  /** Wanted as source; null = the server has no semi-sync (plugin not loaded). */
  readonly source: boolean | null;
  readonly replica: boolean | null;
  /** Really waits for acknowledgements. */
  readonly sourceActive: boolean;
  /** Really acknowledges. */
  readonly replicaActive: boolean;
  /** Acknowledging replicas connected. */
  readonly clients: number;
  /** Commits that wait for an acknowledgement now. */
  readonly waiting: number;
}

/** A server's own place in a replication group, as it sees it. */
export interface GlanceGroup {
  /** `ONLINE`, `RECOVERING`, `UNREACHABLE`, `OFFLINE`, `ERROR`; '' = it does not find itself among the members. */
  readonly state: string;
  /** '' where the version does not say (5.7), or it is in no group. */
  readonly role: 'PRIMARY' | 'SECONDARY' | '';
  /** Members it sees as online. */
  readonly online: number;
}

/** What a server says of itself in three cheap statements (a group member's place is a fourth): no sizes, nothing that grows with its data. */
export interface ServerGlance {
  readonly version: Version;
  /** As the server says it: `8.0.36-28`, `10.11.19-MariaDB-log`. */
  readonly versionText: string;
  readonly versionComment: string;
  readonly hostname: string;
  /** The port the server believes to listen on. */
  readonly port: number;
  readonly serverId: number;
  /** MySQL only; MariaDB: ''. */
  readonly serverUuid: string;
  /** null = the server did not say. */
  readonly uptimeSeconds: number | null;
  readonly readOnly: boolean;
  /** MariaDB has none: null. */
  readonly superReadOnly: boolean | null;
  readonly logBin: boolean;
  readonly logReplicaUpdates: boolean;
  /** MySQL: gtid_mode; `partial` = one of the permissive modes. MariaDB always has GTIDs: `on`. */
  readonly gtid: 'on' | 'off' | 'partial';
  /** Everything executed, in the normal form of its flavour: equal sets give equal text. */
  readonly executed: string;
  /** MariaDB: gtid_binlog_state, the last transaction per domain and server that wrote it. MySQL: ''. */
  readonly binlogState: string;
  readonly eventScheduler: 'on' | 'off' | 'disabled';
  readonly semiSync: GlanceSemiSync;
  /** Empty = it replicates from nobody. Those of group replication are not among them. */
  readonly channels: readonly ReplicationChannel[];
  /** Absent: the server has no group replication, or does not show it. */
  readonly group?: GlanceGroup;
  /** The server's clock minus ours, half the round trip taken off; null = not known. */
  readonly clockOffsetMilliseconds: number | null;
  /** Our clock when the look began (milliseconds) and how long it took. */
  readonly readAt: number;
  readonly tookMilliseconds: number;
}
