import type { ReplicationFilter } from './glance.ts';
import type { ManagedService } from './managed-hosting.ts';
import type { Part } from './part.ts';

export interface PluginFacts {
  readonly name: string;
  /** `ACTIVE`, `DISABLED` … */
  readonly status: string;
  readonly kind: string;
  /** The library it was loaded from; '' = built in. */
  readonly library: string;
}

export interface EngineFacts {
  readonly name: string;
  /** `DEFAULT`, `YES`, `NO`, `DISABLED`. */
  readonly support: string;
  readonly transactions: boolean;
}

/** A replica that fetches from this server right now, seen by its dump thread. */
export interface DumpThread {
  readonly sessionId: number;
  readonly user: string;
  /** The replica's address without the port it dialled from; its own listening port is not known from here. */
  readonly host: string;
  readonly seconds: number | null;
  /** `Binlog Dump` = by position, `Binlog Dump GTID` = by GTID. */
  readonly command: string;
  /** MySQL with performance_schema: the replica's server_uuid. '' = not known. */
  readonly replicaUuid: string;
}

export interface GroupMember {
  readonly uuid: string;
  readonly host: string;
  readonly port: number;
  /** `ONLINE`, `RECOVERING`, `UNREACHABLE`, `ERROR`, `OFFLINE`. */
  readonly state: string;
  /** 5.7 does not say: ''. */
  readonly role: 'PRIMARY' | 'SECONDARY' | '';
}

export interface AccountFacts {
  readonly user: string;
  readonly host: string;
  /** A role, which nobody logs in with. */
  readonly isRole: boolean;
  readonly plugin: string;
  /** null = the server does not say it to this account. */
  readonly locked: boolean | null;
  readonly passwordExpired: boolean;
  /** ISO time; null = not known. */
  readonly passwordChangedAt: string | null;
  /** `''`, `ANY`, `X509`, `SPECIFIED`. */
  readonly tls: string;
  /** Global privileges, static and dynamic, as GRANT writes them: `SELECT`, `SUPER`, `BINLOG_ADMIN`. */
  readonly global: readonly string[];
}

export interface SchemaGrant {
  readonly user: string;
  readonly host: string;
  readonly schema: string;
  readonly privileges: readonly string[];
}

export interface SchemaFacts {
  readonly name: string;
  readonly characterSet: string;
  readonly collation: string;
  /** Tables and views; null = not counted. */
  readonly tables: number | null;
}

export interface TableFacts {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'view' | 'other';
  readonly engine: string;
  readonly rowFormat: string;
  /** An estimate of the engine. null = not known. */
  readonly rows: number | null;
  readonly dataBytes: number | null;
  readonly indexBytes: number | null;
  readonly freeBytes: number | null;
  readonly autoIncrement: number | null;
  readonly collation: string;
  readonly comment: string;
}

export interface ColumnFacts {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly position: number;
  readonly type: string;
  readonly nullable: boolean;
  readonly collation: string;
  /** `auto_increment`, `STORED GENERATED` … */
  readonly extra: string;
  readonly comment: string;
}

export interface IndexFacts {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  readonly kind: string;
  /** In order; an expression stands as ''. */
  readonly columns: readonly string[];
}

/** A table, or one of its indexes, that was used since the counters began; one without any use is not there. */
export interface UseFacts {
  readonly schema: string;
  readonly table: string;
  /** '' = without an index: inserts, and reads of the whole table; where only tables are counted, all of it. */
  readonly index: string;
  readonly reads: number;
  readonly writes: number;
}

export interface EventFacts {
  readonly schema: string;
  readonly name: string;
  readonly status: 'enabled' | 'disabled' | 'replica-side-disabled';
  readonly definer: string;
}

export interface TlsState {
  readonly available: boolean;
  /** Nobody may log in over the network without it. */
  readonly required: boolean;
  readonly versions: string;
  /** '' = this very session is in clear (or over a socket). */
  readonly sessionCipher: string;
  /** ISO time; null = not said. */
  readonly certificateEndsAt: string | null;
}

/** A schema left out of `tables`, because it has more of them than is read in one go. */
export interface SkippedSchema {
  readonly schema: string;
  readonly tables: number;
}

export interface SchemaContents {
  readonly tables: Part<readonly TableFacts[]>;
  readonly columns: Part<readonly ColumnFacts[]>;
  readonly indexes: Part<readonly IndexFacts[]>;
  readonly skipped: readonly SkippedSchema[];
}

/** The deep look. Every part is read alone; what is refused says why. JSON throughout. */
export interface ServerPortrait {
  /** Global variables by name in lower case. */
  readonly variables: Part<Readonly<Record<string, string>>>;
  /** Global privileges of the account we looked with. */
  readonly ownPrivileges: Part<readonly string[]>;
  readonly plugins: Part<readonly PluginFacts[]>;
  readonly engines: Part<readonly EngineFacts[]>;
  /** Filters of the binlog; those of the channels stand with the channels of the glance. */
  readonly binlogFilters: Part<readonly ReplicationFilter[]>;
  readonly dumpThreads: Part<readonly DumpThread[]>;
  readonly groupMembers: Part<readonly GroupMember[]>;
  readonly accounts: Part<readonly AccountFacts[]>;
  /** Accounts that log in without a password; needs more than *observe*. */
  readonly emptyPasswords: Part<readonly { readonly user: string; readonly host: string }[]>;
  readonly schemaGrants: Part<readonly SchemaGrant[]>;
  /** Schemas of users: not the server's own. */
  readonly schemas: Part<readonly SchemaFacts[]>;
  readonly contents: SchemaContents;
  /** Absent in looks that asked for no contents. Refused: what is missing in it was not shown to be unused. */
  readonly uses?: Part<readonly UseFacts[]>;
  /** Users' tables of an engine without transactions. */
  readonly nonTransactional: Part<
    readonly { readonly schema: string; readonly table: string; readonly engine: string }[]
  >;
  readonly events: Part<readonly EventFacts[]>;
  readonly tls: Part<TlsState>;
  /** null = no sign of a managed service. */
  readonly managed: ManagedService | null;
  /** Our clock when the look began (milliseconds) and how long it took. */
  readonly readAt: number;
  readonly tookMilliseconds: number;
}
