import type { Words } from '@myriad/runbook';
import type { Finding } from './finding.ts';
import type { ObservedServer } from './observed-server.ts';
import { isGalera } from './shape-of.ts';

/**
 * `host`: start, stop, option file, anything on its machine. `promote`: become the primary. `donate`: be the source of a
 * backup, a clone or a new replica. `switch`: a switch or failover of the whole cluster by Myriad. `clone`: CLONE INSTANCE.
 */
export type LimitedAct = 'host' | 'promote' | 'donate' | 'switch' | 'clone';

/** What cannot be done with a server or the cluster, and why: shown grey beside the act. */
export interface Limit {
  readonly act: LimitedAct;
  /** The server's id; absent = the cluster. */
  readonly on?: string;
  readonly because: Words;
  /** The finding behind it; '' = it lies in the product itself. */
  readonly code: string;
}

/** Findings that keep a server from being promoted (A7: a complete GTID set proves nothing where these hold). */
const noCandidate: ReadonlySet<string> = new Set([
  ...[
    'REPLICATION_FILTERED',
    'BINLOG_FILTERED',
    'REPLICA_UPDATES_NOT_LOGGED',
    'ERRORS_SKIPPED',
    'MULTI_SOURCE_REPLICA',
  ],
  ...['TABLES_NOT_TRANSACTIONAL', 'ERRANT_TRANSACTIONS', 'REPLICATION_BROKEN', 'REPLICATION_DELAYED', 'BINLOG_OFF'],
  ...['GTID_OFF', 'FLAVOURS_MIXED', 'SOURCE_LACKS_TRANSACTIONS', 'REPLICATION_BY_POSITION'],
]);

/** Of those, the ones that make its data no copy of the cluster's. */
const noDonor: ReadonlySet<string> = new Set([
  ...['REPLICATION_FILTERED', 'BINLOG_FILTERED', 'ERRORS_SKIPPED', 'MULTI_SOURCE_REPLICA', 'ERRANT_TRANSACTIONS'],
  ...['REPLICATION_BROKEN', 'FLAVOURS_MIXED', 'SOURCE_LACKS_TRANSACTIONS'],
]);

/** Of a replica only: a primary is what it is. */
const isReplica = (server: ObservedServer | undefined) =>
  server?.look.state === 'answered' && server.look.glance.channels.length > 0;

const managedWords = (name: string): Words => ({
  en: `${name} runs this server: there is no host to act on, and switching is the vendor’s.`,
  zh: `该服务器由 ${name} 托管：没有可操作的主机，切换由厂商负责。`,
});

function ofServer(server: ObservedServer): readonly Limit[] {
  if (server.look.state !== 'answered') return [];
  const { glance, portrait } = server.look;
  const limits: Limit[] = [];
  if (portrait?.managed) {
    const rest = { on: server.id, because: managedWords(portrait.managed.name), code: 'MANAGED_SERVICE' };
    limits.push({ act: 'host', ...rest }, { act: 'promote', ...rest }, { act: 'clone', ...rest });
  }
  const { flavor, major, minor, patch } = glance.version;
  if (flavor === 'mariadb' || major < 8 || (major === 8 && minor === 0 && patch < 17))
    limits.push({
      ...{ act: 'clone', on: server.id, code: '' },
      because: {
        en: 'This version has no CLONE (MySQL 8.0.17 and later have).',
        zh: '该版本没有 CLONE（MySQL 8.0.17 及以上才有）。',
      },
    });
  return limits;
}

function ofCluster(servers: readonly ObservedServer[]): readonly Limit[] {
  if (servers.some(isGalera))
    return [
      {
        ...{ act: 'switch', code: 'GALERA_CLUSTER' },
        because: { en: 'A Galera cluster switches by itself.', zh: 'Galera 集群自行切换。' },
      },
    ];
  const managed = servers.flatMap(({ look }) => (look.state === 'answered' ? (look.portrait?.managed ?? []) : []))[0];
  return managed ? [{ act: 'switch', because: managedWords(managed.name), code: 'MANAGED_SERVICE' }] : [];
}

/** What cannot be done with these servers, by what was found. `findings` are those of the same servers. */
export function limitsOf(servers: readonly ObservedServer[], findings: readonly Finding[]): readonly Limit[] {
  const byFindings = findings.flatMap(({ code, on, words }): readonly Limit[] => {
    if (on.entity !== 'instance' || !isReplica(servers.find(({ id }) => id === on.id))) return [];
    const limit = (act: LimitedAct): Limit => ({ act, on: on.id, because: words, code });
    return [...(noCandidate.has(code) ? [limit('promote')] : []), ...(noDonor.has(code) ? [limit('donate')] : [])];
  });
  return [...ofCluster(servers), ...servers.flatMap(ofServer), ...byFindings];
}
