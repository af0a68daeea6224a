import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Part,
  parseVersion,
  type ReplicationChannel,
  type ServerGlance,
  type ServerPortrait,
} from '@myriad/mysql';
import type { ClusterContext, Look, ObservedServer } from '../src/index.ts';

export const casesFolder = path.join(import.meta.dirname, '../cases');

/** A server of a case, as a DBA writes it: only what matters, everything else is a healthy server's. See cases/README.md. */
interface CaseServer {
  readonly at: string;
  readonly name?: string;
  readonly unreachable?: string;
  readonly refused?: string;
  readonly notMysql?: string;
  readonly notLooked?: boolean;
  readonly version?: string;
  readonly uuid?: string;
  readonly executed?: string;
  readonly readOnly?: boolean;
  readonly channels?: readonly (Partial<Omit<ReplicationChannel, 'source'>> & { readonly source: string })[];
  readonly glance?: Partial<ServerGlance>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Parts by their bare value, or `{ "refused": "why" }`. */
  readonly portrait?: Readonly<Record<string, unknown>>;
}

interface CaseFile {
  readonly about: string;
  readonly now?: string;
  readonly backup?: 'none' | 'unknown' | { readonly lastAt: string };
  readonly servers: readonly CaseServer[];
}

export interface TopologyCase {
  readonly name: string;
  readonly about: string;
  readonly servers: readonly ObservedServer[];
  readonly context: ClusterContext;
}

export const listCases = (): readonly string[] =>
  readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export function readCase(name: string): TopologyCase {
  const file = JSON.parse(readFileSync(path.join(casesFolder, name, 'facts.json'), 'utf8')) as CaseFile;
  const now = Date.parse(file.now ?? '2026-01-15T00:00:00Z');
  const backup = file.backup ?? { lastAt: new Date(now - 3_600_000).toISOString() };
  return {
    name,
    about: file.about,
    servers: file.servers.map(serverOf),
    context: { now, backup: typeof backup === 'string' ? backup : { lastAt: Date.parse(backup.lastAt) } },
  };
}

/** `a` stands for a whole uuid of a's, alone or before the colon of a GTID. */
const longUuid = (text: string): string =>
  text.replaceAll(/(^|[,\s])([a-f0-9])(?=:|$)/g, (_all, before: string, letter: string) => {
    const part = (length: number) => letter.repeat(length);
    return `${before}${[8, 4, 4, 4, 12].map(part).join('-')}`;
  });

/** `10.0.0.1:3306`, `[::1]:3306`. */
function splitAddress(at: string): { host: string; port: number } {
  const colon = at.lastIndexOf(':');
  return { host: at.slice(0, colon).replaceAll(/^\[|\]$/g, ''), port: Number(at.slice(colon + 1)) };
}

function serverOf(given: CaseServer, index: number): ObservedServer {
  const address = splitAddress(given.at);
  return { id: given.at, ...(given.name ? { name: given.name } : {}), ...address, look: lookOf(given, address, index) };
}

function lookOf(given: CaseServer, address: { host: string; port: number }, index: number): Look {
  if (given.unreachable) return { state: 'unreachable', because: given.unreachable };
  if (given.refused) return { state: 'refused', because: given.refused };
  if (given.notMysql) return { state: 'not-mysql', because: given.notMysql };
  if (given.notLooked) return { state: 'not-looked' };
  const glance = glanceOf(given, address, index);
  const hasPortrait = given.variables !== undefined || given.portrait !== undefined;
  return { state: 'answered', glance, ...(hasPortrait ? { portrait: portraitOf(given) } : {}) };
}

function glanceOf(given: CaseServer, { port }: { port: number }, index: number): ServerGlance {
  const versionText = given.version ?? '8.4.3';
  const version = parseVersion(versionText);
  const isMysql = version.flavor === 'mysql';
  const executed = longUuid(given.executed ?? '');
  return {
    ...{ version, versionText, versionComment: '', hostname: `db-${index + 1}`, port, serverId: index + 1 },
    serverUuid: isMysql ? longUuid(given.uuid ?? 'abcdef0123456789'[index] ?? '') : '',
    ...{ uptimeSeconds: 1_000_000, readOnly: given.readOnly ?? false },
    superReadOnly: isMysql ? (given.readOnly ?? false) : null,
    ...{ logBin: true, logReplicaUpdates: true, gtid: 'on', executed },
    binlogState: isMysql ? '' : executed,
    eventScheduler: 'off',
    semiSync: { source: null, replica: null, sourceActive: false, replicaActive: false, clients: 0, waiting: 0 },
    channels: (given.channels ?? []).map(channelOf),
    ...{ clockOffsetMilliseconds: 3, readAt: 0, tookMilliseconds: 0 },
    ...given.glance,
  };
}

function channelOf({
  source,
  sourceUuid = '',
  ...given
}: NonNullable<CaseServer['channels']>[number]): ReplicationChannel {
  return {
    ...{ name: '', sourceServerId: null, receiver: 'running', applier: 'running', lagSeconds: 0, error: '' },
    ...{ received: '', usesGtid: true, tls: 'verified', receiverErrno: 0, applierErrno: 0, delaySeconds: 0 },
    ...{ skipCounter: 0, filters: [] },
    ...given,
    sourceUuid: longUuid(sourceUuid),
    source: splitAddress(source),
  };
}

const partOf = (value: unknown): Part<unknown> =>
  typeof value === 'object' && value !== null && 'refused' in value
    ? { ok: false, refused: String(value.refused) }
    : { ok: true, value };

const emptyParts = [
  ...['ownPrivileges', 'plugins', 'engines', 'binlogFilters', 'dumpThreads', 'groupMembers', 'accounts'],
  ...['emptyPasswords', 'schemaGrants', 'schemas', 'nonTransactional', 'events'],
];
const tls = {
  available: true,
  required: false,
  versions: 'TLSv1.2,TLSv1.3',
  sessionCipher: 'X',
  certificateEndsAt: null,
};

function portraitOf({ variables = {}, portrait = {} }: CaseServer): ServerPortrait {
  const { contents = {}, managed = null, ...parts } = portrait as Record<string, unknown> & { contents?: object };
  const given = Object.entries({
    ...Object.fromEntries(emptyParts.map((name) => [name, []])),
    tls,
    ...parts,
    variables,
  });
  const { skipped = [], ...read } = { tables: [], columns: [], indexes: [], ...contents } as Record<string, unknown>;
  // A case is read by hand-written shapes; the finding that trips over a wrong one fails its case.
  return {
    ...Object.fromEntries(given.map(([name, value]) => [name, partOf(value)])),
    contents: { ...Object.fromEntries(Object.entries(read).map(([name, value]) => [name, partOf(value)])), skipped },
    ...{ managed, readAt: 0, tookMilliseconds: 0 },
  } as unknown as ServerPortrait;
}
