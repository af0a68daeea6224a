import { defineFinding } from '../define-finding.ts';
import { errantsOf, lostBySources } from '../errants.ts';
import type { Seen } from '../fleet.ts';

const isMysql = ({ glance }: Seen) => glance.version.flavor === 'mysql';

export const transactions = [
  defineFinding({
    code: 'ERRANT_TRANSACTIONS',
    grade: 'bad',
    title: { en: 'Errant transactions', zh: '从库有多余事务' },
    words: {
      en: '{server} has transactions that {source} does not know ({count}): {gtids}.',
      zh: '{server} 有 {count} 个 {source} 没有的事务：{gtids}。',
    },
    why: {
      en: 'Somebody wrote on the replica. Promoted, it would hand them to all others, or replication breaks where their binary logs are gone.',
      zh: '有人在从库上写入过。若将其提升，这些事务会传播到其他节点；若其日志已清理，复制会中断。',
    },
    next: {
      en: 'Look at the transactions; where they change no data, write empty ones of the same GTID on the primary, else rebuild the replica.',
      zh: '请查看这些事务；未改动数据时可在主库以相同 GTID 写入空事务，否则请重建从库。',
    },
    find: (fleet) =>
      fleet.seen.flatMap((server) => {
        const found = errantsOf(fleet, server);
        return found
          ? [
              {
                on: server.id,
                values: { count: found.count, source: found.source, gtids: found.gtids },
                evidence: { gtids: found.gtids.slice(0, 2000), count: found.count, source: found.source },
              },
            ]
          : [];
      }),
  }),
  defineFinding({
    code: 'SOURCE_LACKS_TRANSACTIONS',
    grade: 'bad',
    title: { en: 'A source lost transactions', zh: '主库缺少事务' },
    words: {
      en: '{source} lacks transactions of its own that {server} has ({count}): {gtids}.',
      zh: '{source} 缺少 {count} 个由其自身产生、而 {server} 拥有的事务：{gtids}。',
    },
    why: {
      en: 'The source came back with less than it had sent (a crash without sync_binlog = 1, or an old backup): the replica’s copy is another history.',
      zh: '主库恢复后少于曾发送的内容（未设置 sync_binlog = 1 时崩溃，或由旧备份恢复）：从库已是另一条历史。',
    },
    next: {
      en: 'Decide which history is the right one before anything is restarted; rebuild the other.',
      zh: '重启任何节点之前，先确定以哪条历史为准，并重建另一方。',
    },
    find: (fleet) =>
      fleet.seen.flatMap((server) =>
        lostBySources(fleet, server).map(({ source, gtids, count }) => ({
          ...{ on: server.id, key: source, values: { source, count, gtids } },
          evidence: { source, gtids: gtids.slice(0, 2000), count },
        })),
      ),
  }),
  defineFinding({
    code: 'GTID_OFF',
    grade: 'bad',
    title: { en: 'No GTIDs', zh: '未启用 GTID' },
    words: { en: '{server} writes no GTIDs.', zh: '{server} 未启用 GTID。' },
    why: {
      en: 'Without GTIDs errant transactions cannot be seen, and after a failover nobody knows where replicas go on.',
      zh: '没有 GTID 就无法发现多余事务，切换后也无法确定从库应从何处继续。',
    },
    next: {
      en: 'Switch gtid_mode on step by step (OFF_PERMISSIVE, ON_PERMISSIVE, ON); it needs no restart.',
      zh: '请按 OFF_PERMISSIVE、ON_PERMISSIVE、ON 逐步启用 gtid_mode，无需重启。',
    },
    find: ({ seen }) =>
      seen.filter(({ glance }) => glance.gtid === 'off').map(({ id }) => ({ on: id, evidence: { gtid: 'off' } })),
  }),
  defineFinding({
    code: 'GTID_HALF_ON',
    grade: 'warn',
    title: { en: 'GTIDs half on', zh: 'GTID 处于过渡模式' },
    words: {
      en: '{server} stands in a permissive gtid_mode.',
      zh: '{server} 的 gtid_mode 处于过渡（permissive）状态。',
    },
    why: {
      en: 'It is a step of a change, no state to stay in: anonymous transactions can still arrive.',
      zh: '这是变更的中间步骤，不应长期停留：仍可能出现匿名事务。',
    },
    next: { en: 'Finish the change to gtid_mode = ON.', zh: '请完成到 gtid_mode = ON 的变更。' },
    find: ({ seen }) =>
      seen
        .filter(({ glance }) => glance.gtid === 'partial')
        .map(({ id }) => ({ on: id, evidence: { gtid: 'partial' } })),
  }),
  defineFinding({
    code: 'GTID_NOT_STRICT',
    grade: 'warn',
    title: { en: 'MariaDB without strict GTIDs', zh: 'MariaDB 未启用 GTID 严格模式' },
    words: { en: '{server} has gtid_strict_mode off.', zh: '{server} 未启用 gtid_strict_mode。' },
    why: {
      en: 'Two servers can then write the same number in a domain without an error: histories part in silence.',
      zh: '同一域内两台服务器可能写出相同序号而不报错，历史会悄然分叉。',
    },
    next: {
      en: 'SET GLOBAL gtid_strict_mode = ON everywhere, and in the option files.',
      zh: '请在所有节点及配置文件中启用 gtid_strict_mode。',
    },
    find: ({ seen }) =>
      seen
        .filter((server) => !isMysql(server) && server.variable('gtid_strict_mode') === 'OFF')
        .map(({ id }) => ({ on: id, evidence: { gtid_strict_mode: 'OFF' } })),
  }),
  defineFinding({
    code: 'BINLOG_OFF',
    grade: 'bad',
    title: { en: 'No binary log', zh: '未开启二进制日志' },
    words: { en: '{server} writes no binary log.', zh: '{server} 未开启二进制日志。' },
    why: {
      en: 'No replica can follow it, and nothing can be restored to a point in time.',
      zh: '没有从库能跟随它，也无法恢复到任意时间点。',
    },
    next: { en: 'Switch the binary log on (log_bin); needs a restart.', zh: '请开启 log_bin；需要重启。' },
    find: ({ seen }) =>
      seen.filter(({ glance }) => !glance.logBin).map(({ id }) => ({ on: id, evidence: { logBin: false } })),
  }),
  defineFinding({
    code: 'REPLICA_UPDATES_NOT_LOGGED',
    grade: 'bad',
    title: { en: 'A replica does not log what it applies', zh: '从库未记录回放内容' },
    words: {
      en: '{server} does not write what it replicates into its own binary log.',
      zh: '{server} 未将复制来的事务写入自身二进制日志。',
    },
    why: {
      en: 'It cannot be promoted: its replicas would miss everything it got before. Backups of its logs have holes.',
      zh: '不能提升为主库：其从库会缺失之前的全部事务；其日志备份也有空洞。',
    },
    next: {
      en: 'Switch log_replica_updates (log_slave_updates) on; needs a restart.',
      zh: '请开启 log_replica_updates（log_slave_updates）；需要重启。',
    },
    find: ({ seen }) =>
      seen
        .filter(({ glance, isReplica }) => isReplica && glance.logBin && !glance.logReplicaUpdates)
        .map(({ id }) => ({ on: id, evidence: { logReplicaUpdates: false } })),
  }),
];
