import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast, speaksReplica, type Version } from '../version.ts';

/** Which semi-sync sides a server has; their variables exist only then. MariaDB has both built in. */
export interface SemiSyncSides {
  readonly source: 'none' | 'old-words' | 'new-words';
  readonly replica: 'none' | 'old-words' | 'new-words';
}

/** There only where the plugin of group replication is loaded: the first until 8.0, the second from 8.1 on. */
export const groupStatusNames = ['group_replication_primary_member', 'gr_control_messages_sent_count'];

const statusNames = ['uptime', ...groupStatusNames].concat(
  ['master', 'source'].flatMap((word) =>
    ['status', 'clients', 'wait_sessions'].map((rest) => `rpl_semi_sync_${word}_${rest}`),
  ),
  ['slave', 'replica'].map((word) => `rpl_semi_sync_${word}_status`),
);

const statusText = `SHOW GLOBAL STATUS WHERE Variable_name IN (${statusNames.map((name) => `'${name}'`).join(', ')})`;

export const glanceStatus = defineStatement({
  name: 'observe.status',
  why: {
    en: 'Uptime, and whether semi-sync really works; also tells which plugins of semi-sync and group replication are loaded.',
    zh: '运行时长、半同步是否真正生效；并据此判断加载了哪些半同步与组复制插件。',
  },
  sentBy: ['glance'],
  changes: 'nothing',
  limitSeconds: 5,
  text: () => statusText,
});

const sideWords = { 'old-words': ['master', 'slave'], 'new-words': ['source', 'replica'] } as const;

function semiSyncColumns({ source, replica }: SemiSyncSides): readonly string[] {
  const columns: string[] = [];
  if (source !== 'none') columns.push(`@@GLOBAL.rpl_semi_sync_${sideWords[source][0]}_enabled AS semi_sync_source`);
  if (replica !== 'none') columns.push(`@@GLOBAL.rpl_semi_sync_${sideWords[replica][1]}_enabled AS semi_sync_replica`);
  return columns;
}

const inBoth = [
  'version',
  'version_comment',
  'hostname',
  'port',
  'server_id',
  'read_only',
  'log_bin',
  'event_scheduler',
];
const inMysql = ['server_uuid', 'super_read_only', 'gtid_mode', 'gtid_executed'];
const inMariadb = ['gtid_slave_pos', 'gtid_binlog_pos', 'gtid_binlog_state', 'log_slave_updates'];

/** Put together once a kind of server: each of a fleet is asked every few seconds. */
const identityTexts = new Map<string, string>();

function identityText(version: Version, sides: SemiSyncSides): string {
  const isMysql = version.flavor === 'mysql';
  const updates = isMysql && (speaksReplica(version) ? 'log_replica_updates' : 'log_slave_updates');
  const kind = `${updates} ${sides.source} ${sides.replica}`;
  const known = identityTexts.get(kind);
  if (known !== undefined) return known;
  const names = [...inBoth, ...(isMysql ? inMysql : inMariadb)];
  const columns = [
    ...names.map((name) => `@@GLOBAL.${name} AS ${name}`),
    ...(updates ? [`@@GLOBAL.${updates} AS log_slave_updates`] : []),
    ...semiSyncColumns(sides),
    'UNIX_TIMESTAMP(NOW(6)) AS clock',
  ];
  const text = `SELECT ${columns.join(', ')}`;
  identityTexts.set(kind, text);
  return text;
}

/** SHOW VARIABLES cuts long values at 1,024 characters, and GTID sets get longer: hence a SELECT. */
export const glanceIdentity = defineStatement<SemiSyncSides>({
  name: 'observe.identity',
  why: {
    en: 'Who the server is, whether it accepts writes, what it has executed, and its clock.',
    zh: '服务器身份、是否接受写入、已执行的事务以及服务器时钟。',
  },
  sentBy: ['glance'],
  changes: 'nothing',
  limitSeconds: 5,
  text: identityText,
  examples: (version) => sidesOf(version).flatMap((source) => sidesOf(version).map((replica) => ({ source, replica }))),
});

function sidesOf(version: Version): readonly SemiSyncSides['source'][] {
  if (version.flavor === 'mariadb') return ['old-words'];
  // Between 8.0.26 and 8.4 either pair of plugins may be loaded.
  if (isAtLeast(version, 8, 4)) return ['none', 'new-words'];
  return speaksReplica(version) ? ['none', 'old-words', 'new-words'] : ['none', 'old-words'];
}

export const replicationStatus = defineStatement({
  name: 'observe.replication',
  why: { en: 'Every channel the server replicates through.', zh: '服务器的全部复制通道。' },
  sentBy: ['glance', 'live', 'deploy', 'operate'],
  changes: 'nothing',
  limitSeconds: 20,
  text: (version) => {
    if (version.flavor === 'mariadb') return 'SHOW ALL SLAVES STATUS';
    return isAtLeast(version, 8, 0, 22) ? 'SHOW REPLICA STATUS' : 'SHOW SLAVE STATUS';
  },
});
