import { defineFinding, type Occurrence } from '../define-finding.ts';
import type { Fleet, Seen, SeenChannel } from '../fleet.ts';

/** One occurrence for each channel that holds. */
const ofChannels = (
  fleet: Fleet,
  judge: (channel: SeenChannel, server: Seen) => Omit<Occurrence, 'on' | 'key'> | undefined | false,
): readonly Occurrence[] =>
  fleet.seen.flatMap((server) =>
    server.channels.flatMap((channel) => {
      const found = judge(channel, server);
      if (!found) return [];
      const source = `${channel.source.host}:${channel.source.port}`;
      return [{ ...found, on: server.id, key: channel.name, values: { source, ...found.values } }];
    }),
  );

const threads = ({ receiver, applier }: SeenChannel) => ({ receiver, applier });

export const replication = [
  defineFinding({
    code: 'REPLICATION_BROKEN',
    grade: 'bad',
    title: { en: 'Replication is broken', zh: '复制已中断' },
    words: {
      en: '{server} stopped replicating from {source}: {error}.',
      zh: '{server} 从 {source} 的复制因错误停止：{error}。',
    },
    why: {
      en: 'The replica falls behind from the moment of the error. Skipping the event makes the copies differ for good.',
      zh: '自出错时刻起从库持续落后；跳过该事件会使数据永久不一致。',
    },
    next: {
      en: 'Read the error, mend its cause, start replication; rebuild the replica if the data differ.',
      zh: '请阅读错误并消除原因后启动复制；若数据已不一致，请重建从库。',
    },
    find: (fleet) =>
      ofChannels(fleet, (channel) => {
        const { state, error, receiverErrno, applierErrno } = channel;
        return (
          state === 'broken' && {
            values: { error: error || `error ${applierErrno || receiverErrno}` },
            evidence: { ...threads(channel), error: error.slice(0, 500), receiverErrno, applierErrno },
          }
        );
      }),
  }),
  defineFinding({
    code: 'REPLICATION_STOPPED',
    grade: 'bad',
    title: { en: 'Replication is stopped', zh: '复制已停止' },
    words: {
      en: 'Replication of {server} from {source} is stopped, without an error.',
      zh: '{server} 从 {source} 的复制处于停止状态，没有错误。',
    },
    why: {
      en: 'Somebody stopped it, or it was not started after a restart; it falls behind.',
      zh: '被人为停止，或重启后未启动；从库正在落后。',
    },
    next: { en: 'Ask who stopped it and why, then start it.', zh: '请先确认停止者与原因，再启动复制。' },
    find: (fleet) => ofChannels(fleet, (channel) => channel.state === 'stopped' && { evidence: threads(channel) }),
  }),
  defineFinding({
    code: 'REPLICATION_CONNECTING',
    grade: 'bad',
    title: { en: 'A replica cannot reach its source', zh: '从库无法连接主库' },
    words: {
      en: '{server} tries in vain to reach {source}: {error}.',
      zh: '{server} 一直无法连接 {source}：{error}。',
    },
    why: {
      en: 'Nothing new arrives. The usual causes: the source is down, the network, the replication account.',
      zh: '不再收到新事务。常见原因：主库宕机、网络故障或复制账号问题。',
    },
    next: { en: 'Check the source, the way to it, and the replication account.', zh: '请检查主库、网络以及复制账号。' },
    find: (fleet) =>
      ofChannels(
        fleet,
        (channel) =>
          channel.state === 'connecting' && {
            values: { error: channel.error || '…' },
            evidence: { ...threads(channel), error: channel.error.slice(0, 500) },
          },
      ),
  }),
  defineFinding({
    code: 'REPLICATION_LATE',
    grade: 'warn',
    title: { en: 'A replica is late', zh: '复制延迟' },
    words: { en: '{server} is {seconds} s behind {source}.', zh: '{server} 落后 {source} {seconds} 秒。' },
    why: {
      en: 'Reads from it are old, and a failover to it waits, or loses.',
      zh: '读到的是旧数据；切换到它需要等待或丢失数据。',
    },
    next: {
      en: 'Look for a long transaction, missing primary keys, or too few appliers.',
      zh: '请检查大事务、缺少主键的表或并行回放线程数不足。',
    },
    find: (fleet) =>
      ofChannels(fleet, ({ lagSeconds, delaySeconds }) => {
        const late = lagSeconds !== null && lagSeconds - delaySeconds >= fleet.context.lateSeconds;
        return late && { values: { seconds: lagSeconds }, evidence: { lagSeconds, delaySeconds } };
      }),
  }),
  defineFinding({
    code: 'REPLICATION_LAG_UNKNOWN',
    grade: 'warn',
    title: { en: 'The lag is not known', zh: '延迟未知' },
    words: {
      en: '{server} replicates from {source} but does not say how late it is.',
      zh: '{server} 正在从 {source} 复制，但无法得知延迟。',
    },
    why: { en: 'An unknown lag is no lag of nought: do not judge by it.', zh: '延迟未知不等于零延迟，不能据此判断。' },
    next: { en: 'Look again; if it stays, restart the applier.', zh: '请稍后再看；若持续如此，请重启回放线程。' },
    find: (fleet) =>
      ofChannels(
        fleet,
        ({ state, lagSeconds }) => state === 'running' && lagSeconds === null && { evidence: { state } },
      ),
  }),
  defineFinding({
    code: 'REPLICATION_DELAYED',
    grade: 'info',
    title: { en: 'A delayed replica', zh: '延迟从库' },
    words: {
      en: '{server} stays {seconds} s behind {source} on purpose.',
      zh: '{server} 有意落后 {source} {seconds} 秒。',
    },
    why: {
      en: 'It protects against mistakes and is no candidate for a failover.',
      zh: '可防误操作，但不能作为切换候选。',
    },
    next: { en: 'Nothing to do; it is left out of failovers.', zh: '无需处理；切换时不会选用它。' },
    find: (fleet) =>
      ofChannels(
        fleet,
        ({ delaySeconds }) => delaySeconds > 0 && { values: { seconds: delaySeconds }, evidence: { delaySeconds } },
      ),
  }),
  defineFinding({
    code: 'REPLICATION_FILTERED',
    grade: 'bad',
    title: { en: 'A replica leaves transactions out', zh: '从库过滤了部分数据' },
    words: {
      en: '{server} filters what it replicates from {source}: {filters}.',
      zh: '{server} 对来自 {source} 的复制设置了过滤：{filters}。',
    },
    why: {
      en: 'Its GTID set looks complete while data are missing: it must never be promoted, cloned or backed up as the cluster.',
      zh: '其 GTID 集合看似完整，但数据有缺失：不可提升为主库，也不可作为克隆或备份来源。',
    },
    next: {
      en: 'Remove the filter and rebuild the replica, or keep it as a partial copy that is never promoted.',
      zh: '请移除过滤并重建从库，或将其作为永不提升的部分副本保留。',
    },
    find: (fleet) =>
      ofChannels(fleet, ({ filters }) => {
        const printed = filters.slice(0, 20).map(({ rule, value }) => `${rule}=${value}`);
        return filters.length > 0 && { values: { filters: printed.join(', ') }, evidence: { filters: printed } };
      }),
  }),
  defineFinding({
    code: 'ERRORS_SKIPPED',
    grade: 'bad',
    title: { en: 'A replica skips errors', zh: '从库跳过错误' },
    words: { en: '{server} skips errors of replication: {what}.', zh: '{server} 会跳过复制错误：{what}。' },
    why: {
      en: 'Every skipped error is a difference nobody sees; the copy is no longer one.',
      zh: '每次跳过都会造成无人察觉的差异，副本已不可信。',
    },
    next: {
      en: 'Switch skipping off, compare the data, rebuild the replica where they differ.',
      zh: '请关闭跳过设置，比对数据，不一致时重建从库。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const list = server.variableOf('replica_skip_errors', 'slave_skip_errors') ?? 'OFF';
        const counters = server.channels
          .filter(({ skipCounter }) => skipCounter > 0)
          .map(({ skipCounter }) => skipCounter);
        const what = [
          ...(list.toUpperCase() === 'OFF' || list === '' ? [] : [`skip_errors=${list}`]),
          ...counters.map((n) => `skip_counter=${n}`),
        ];
        return server.isReplica && what.length > 0
          ? [{ on: server.id, values: { what: what.join(', ') }, evidence: { what } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'MULTI_SOURCE_REPLICA',
    grade: 'warn',
    title: { en: 'A replica of several sources', zh: '多源复制从库' },
    words: { en: '{server} replicates from {count} sources.', zh: '{server} 从 {count} 个主库复制。' },
    why: {
      en: 'It can be promoted for none of them: its data are a mixture.',
      zh: '其数据是混合的，不能替代任何一个主库。',
    },
    next: {
      en: 'Use it for reading and reports only; each source needs replicas of its own.',
      zh: '仅用于读取和报表；每个主库应另有自己的从库。',
    },
    find: ({ seen }) =>
      seen
        .filter(({ channels }) => channels.length > 1)
        .map(({ id, channels }) => ({
          on: id,
          values: { count: channels.length },
          evidence: { sources: channels.slice(0, 20).map(({ source }) => `${source.host}:${source.port}`) },
        })),
  }),
  defineFinding({
    code: 'REPLICATION_IN_CLEAR',
    grade: 'warn',
    title: { en: 'Replication in clear', zh: '复制流量未加密' },
    words: { en: '{server} fetches from {source} without TLS.', zh: '{server} 从 {source} 拉取数据未使用 TLS。' },
    why: { en: 'Every row that is written can be read on the way.', zh: '写入的每一行都可能在网络上被读取。' },
    next: {
      en: 'Let replication use TLS, one replica at a time, the applier running.',
      zh: '请逐个从库启用复制 TLS，期间保持回放线程运行。',
    },
    find: (fleet) => ofChannels(fleet, ({ tls }) => tls === 'off' && { evidence: { tls } }),
  }),
  defineFinding({
    code: 'REPLICATION_BY_POSITION',
    grade: 'warn',
    title: { en: 'Replication by file and position', zh: '基于位点的复制' },
    words: {
      en: '{server} follows {source} by file and position, not by GTID.',
      zh: '{server} 以文件位点而非 GTID 跟随 {source}。',
    },
    why: {
      en: 'After a failover its place in another server’s log is not known.',
      zh: '切换后无法得知其在新主库日志中的位置。',
    },
    next: {
      en: 'Change to GTID positioning once GTIDs are on everywhere.',
      zh: '待全部节点启用 GTID 后，改为 GTID 自动定位。',
    },
    find: (fleet) => ofChannels(fleet, ({ usesGtid }) => !usesGtid && { evidence: { usesGtid } }),
  }),
  defineFinding({
    code: 'RELAY_LOG_NOT_CRASH_SAFE',
    grade: 'warn',
    title: { en: 'A crash can break the replica', zh: '从库崩溃后可能损坏' },
    words: {
      en: '{server} would trust its relay log after a crash: {what}.',
      zh: '{server} 崩溃后会直接信任中继日志：{what}。',
    },
    why: {
      en: 'A half-written relay log stops the applier or repeats events. For a replica that acknowledges semi-sync it must stay so, with sync_relay_log = 1: discarding the relay log loses acknowledged transactions.',
      zh: '写了一半的中继日志会使回放停止或重复执行。半同步应答从库则应保持关闭并设置 sync_relay_log = 1：丢弃中继日志会丢失已应答的事务。',
    },
    next: {
      en: 'relay_log_recovery = ON for asynchronous replicas, sync_relay_log = 1 for acknowledging ones; needs a restart.',
      zh: '异步从库设 relay_log_recovery = ON，应答从库设 sync_relay_log = 1；需要重启。',
    },
    find: ({ seen }) =>
      seen.flatMap((server) => {
        const recovery = server.variable('relay_log_recovery');
        const isSynced = server.variable('sync_relay_log') === '1';
        const inFiles = ['master_info_repository', 'relay_log_info_repository'].filter(
          (name) => server.variable(name) === 'FILE',
        );
        const open = recovery !== undefined && !/^(ON|1)$/.test(recovery) && !isSynced;
        const what = [...(open ? [`relay_log_recovery=${recovery}`] : []), ...inFiles.map((name) => `${name}=FILE`)];
        return server.isReplica && what.length > 0
          ? [{ on: server.id, values: { what: what.join(', ') }, evidence: { what } }]
          : [];
      }),
  }),
];
