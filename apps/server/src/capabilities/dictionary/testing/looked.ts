import type {
  AccountFacts,
  ColumnFacts,
  IndexFacts,
  Part,
  SchemaFacts,
  SchemaGrant,
  ServerPortrait,
  TableFacts,
  UseFacts,
} from '@myriad/mysql';
import type { LookedMember } from '../../sweeps/index.ts';

const unread = { ok: false, refused: 'not read' } as const;
const part = <T>(value: T | 'refused'): Part<T> => (value === 'refused' ? unread : { ok: true, value });

const cutAt = <T>(cut: true | undefined, read: Part<T>): Part<T> => (cut && read.ok ? { ...read, more: true } : read);

export interface Told {
  /** Of its instance; else by its place among the members. */
  readonly id?: string;
  readonly accounts?: readonly Pick<AccountFacts, 'user' | 'host'>[];
  readonly grants?: readonly SchemaGrant[];
  readonly parameters?: Readonly<Record<string, string>>;
  /** `8.4` when not told. */
  readonly series?: readonly [major: number, minor: number];
  readonly role?: LookedMember['role'];
  readonly flavor?: 'mysql' | 'mariadb';
  readonly at?: number;
  readonly uptimeHours?: number | null;
  readonly follows?: boolean;
  /** server_uuids of who fetches from it; '' = not told. */
  readonly fetchedBy?: readonly string[];
  readonly schemas?: readonly string[] | 'refused';
  readonly tables?: readonly (Partial<TableFacts> & Pick<TableFacts, 'schema' | 'name'>)[] | 'refused';
  readonly columns?: readonly (Partial<ColumnFacts> & Pick<ColumnFacts, 'schema' | 'table' | 'name'>)[] | 'refused';
  readonly indexes?: readonly (Partial<IndexFacts> & Pick<IndexFacts, 'schema' | 'table' | 'name'>)[];
  /** There were more tables than were read. */
  readonly cut?: true;
  readonly skipped?: readonly { readonly schema: string; readonly tables: number }[];
  readonly uses?: readonly UseFacts[] | 'refused';
}

const schemaOf = (name: string): SchemaFacts => ({
  name,
  characterSet: 'utf8mb4',
  collation: 'utf8mb4_bin',
  tables: 1,
});

const accountOf = ({ user, host }: Pick<AccountFacts, 'user' | 'host'>): AccountFacts => ({
  ...{ user, host, isRole: false, plugin: 'caching_sha2_password', locked: false, passwordExpired: false },
  ...{ passwordChangedAt: null, tls: '', global: ['PROCESS'] },
});

/** A member that answered a deep look like this; `u-<id>` is its server_uuid. */
export function looked(instanceId: string, told: Told = {}): LookedMember {
  const { role = 'primary', at = 1000, uptimeHours = 1, follows, fetchedBy = [], uses = 'refused' } = told;
  const { schemas, tables = [], columns = [], indexes = [], skipped = [], flavor = 'mysql' } = told;
  const names = schemas ?? (tables === 'refused' ? [] : [...new Set(tables.map(({ schema }) => schema))]);
  const portrait: ServerPortrait = {
    ...{
      variables: told.parameters ? part(told.parameters) : unread,
      ownPrivileges: unread,
      plugins: unread,
      engines: unread,
      binlogFilters: unread,
    },
    ...{
      groupMembers: unread,
      accounts: told.accounts ? part(told.accounts.map(accountOf)) : unread,
      emptyPasswords: unread,
      schemaGrants: told.grants ? part(told.grants) : unread,
      nonTransactional: unread,
    },
    ...{ events: unread, tls: unread, managed: null, readAt: at, tookMilliseconds: 1 },
    dumpThreads: part(
      fetchedBy.map((replicaUuid, sessionId) => ({
        ...{ sessionId, user: 'r', host: '10.0.0.9', seconds: 1, command: 'Binlog Dump', replicaUuid },
      })),
    ),
    schemas: part(names === 'refused' ? names : names.map(schemaOf)),
    contents: {
      skipped,
      tables: cutAt(
        told.cut,
        part(
          tables === 'refused'
            ? tables
            : tables.map((table) => ({
                ...({
                  kind: 'table',
                  engine: 'InnoDB',
                  rowFormat: '',
                  rows: 10,
                  dataBytes: 100,
                  indexBytes: 10,
                } as const),
                ...{ freeBytes: 0, autoIncrement: null, collation: '', comment: '', ...table },
              })),
        ),
      ),
      columns: part(
        columns === 'refused'
          ? columns
          : columns.map((column, position) => ({
              ...{ position, type: 'varchar(20)', nullable: true, collation: '', extra: '', comment: '', ...column },
            })),
      ),
      indexes: part(indexes.map((index) => ({ unique: false, kind: 'BTREE', columns: ['id'], ...index }))),
    },
    uses: part(uses),
  };
  const glance = {
    version: { flavor, major: told.series?.[0] ?? 8, minor: told.series?.[1] ?? 4 },
    serverUuid: flavor === 'mysql' ? `u-${instanceId}` : '',
    uptimeSeconds: uptimeHours === null ? null : uptimeHours * 3600,
    channels: follows ? [{}] : [],
  };
  // Of a glance only this much is looked at here.
  return { instanceId, name: instanceId, role, look: { glance: glance as never, portrait } };
}
