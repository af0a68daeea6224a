import { defineFinding } from '../define-finding.ts';
import type { Seen } from '../fleet.ts';

/** It should wait for replicas, by what was wanted of it. */
const waits = ({ glance }: Seen) => glance.semiSync.source === true;

const timeoutOf = (server: Seen): number | undefined => {
  const text = server.variableOf('rpl_semi_sync_source_timeout', 'rpl_semi_sync_master_timeout');
  return text === undefined ? undefined : Number(text);
};

export const semiSync = [
  defineFinding({
    code: 'SEMI_SYNC_DEGRADED',
    grade: 'bad',
    title: { en: 'Semi-sync fell back', zh: '半同步已降级' },
    words: {
      en: '{server} should wait for a replica before it commits, and does not.',
      zh: '{server} 本应等待从库应答后再提交，但现在没有等待。',
    },
    why: {
      en: 'What is committed now exists on one server only: losing it loses these transactions.',
      zh: '此刻提交的事务只存在于一台服务器上，丢失它就会丢失这些事务。',
    },
    next: {
      en: 'See whether replicas are connected and acknowledge; raise the timeout if it may never fall back.',
      zh: '请检查从库是否连接并应答；若不允许降级，请调大超时时间。',
    },
    find: ({ seen }) =>
      seen
        .filter((server) => waits(server) && !server.glance.semiSync.sourceActive)
        .map(({ id, glance }) => ({ on: id, evidence: { clients: glance.semiSync.clients } })),
  }),
  defineFinding({
    code: 'SEMI_SYNC_NOBODY_ACKNOWLEDGES',
    grade: 'bad',
    title: { en: 'Nobody acknowledges', zh: '没有应答从库' },
    words: {
      en: '{server} waits for acknowledgements, and no replica is connected that gives any.',
      zh: '{server} 正在等待应答，但没有任何应答从库连接。',
    },
    why: {
      en: 'Every commit waits until the timeout; with a long one writing stands still.',
      zh: '每次提交都会等到超时；超时较长时写入将停滞。',
    },
    next: {
      en: 'Connect an acknowledging replica, or switch semi-sync off knowingly.',
      zh: '请接入应答从库，或在知情的前提下关闭半同步。',
    },
    find: ({ seen }) =>
      seen
        .filter(
          (server) => waits(server) && server.glance.semiSync.sourceActive && server.glance.semiSync.clients === 0,
        )
        .map(({ id, glance }) => ({ on: id, evidence: { clients: 0, waiting: glance.semiSync.waiting } })),
  }),
  defineFinding({
    code: 'SEMI_SYNC_AFTER_COMMIT',
    grade: 'warn',
    title: { en: 'Semi-sync after commit', zh: '半同步等待点为 AFTER_COMMIT' },
    words: {
      en: '{server} waits for the replica after the commit (AFTER_COMMIT).',
      zh: '{server} 在提交之后才等待从库（AFTER_COMMIT）。',
    },
    why: {
      en: 'Others already see a row that is lost when the server dies in that moment: reads that were never true.',
      zh: '其他会话已能看到该行，若此刻宕机该行将丢失：读到了从未成立的数据。',
    },
    next: {
      en: 'Set the wait point to AFTER_SYNC; MariaDB’s default is AFTER_COMMIT.',
      zh: '请将等待点设为 AFTER_SYNC；MariaDB 的默认值是 AFTER_COMMIT。',
    },
    find: ({ seen }) =>
      seen
        .filter(waits)
        .filter(
          (server) =>
            server.variableOf('rpl_semi_sync_source_wait_point', 'rpl_semi_sync_master_wait_point') === 'AFTER_COMMIT',
        )
        .map(({ id }) => ({ on: id, evidence: { waitPoint: 'AFTER_COMMIT' } })),
  }),
  defineFinding({
    code: 'SEMI_SYNC_FALLS_BACK',
    grade: 'info',
    title: { en: 'Semi-sync gives up early', zh: '半同步会很快放弃等待' },
    words: {
      en: '{server} waits {seconds} s for a replica, then goes on without.',
      zh: '{server} 等待从库 {seconds} 秒后将继续提交。',
    },
    why: {
      en: 'A network trouble shorter than it takes to notice makes the cluster one that can lose.',
      zh: '一次来不及察觉的网络抖动就会使集群变得可能丢数据。',
    },
    next: {
      en: 'Choose: a timeout of hours (never lose), or this one (never stand).',
      zh: '请选择：以小时计的超时（不丢数据），或当前值（不停写）。',
    },
    find: ({ seen }) =>
      seen.filter(waits).flatMap((server) => {
        const timeout = timeoutOf(server);
        return timeout !== undefined && timeout < 3_600_000
          ? [{ on: server.id, values: { seconds: timeout / 1000 }, evidence: { timeoutMilliseconds: timeout } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'SEMI_SYNC_REPLICA_IDLE',
    grade: 'warn',
    title: { en: 'A replica does not acknowledge', zh: '从库未应答' },
    words: {
      en: 'Semi-sync is switched on at the replica {server}, but it does not acknowledge.',
      zh: '从库 {server} 已开启半同步，但并未应答。',
    },
    why: {
      en: 'Its receiver was started before semi-sync was switched on here or at the source.',
      zh: '其接收线程在本机或主库开启半同步之前就已启动。',
    },
    next: {
      en: 'Restart the receiver of this one replica (never of the last acknowledging one).',
      zh: '请重启该从库的接收线程（切勿重启最后一个应答从库）。',
    },
    find: (fleet) =>
      fleet.seen
        .filter(({ glance }) => glance.semiSync.replica === true && !glance.semiSync.replicaActive)
        .filter(({ channels }) =>
          channels.some(({ receiver, sourceServer }) => {
            const source = fleet.find(sourceServer?.id);
            return receiver === 'running' && source !== undefined && waits(source);
          }),
        )
        .map(({ id }) => ({ on: id, evidence: { replicaActive: false } })),
  }),
  defineFinding({
    code: 'REPLICATION_ASYNCHRONOUS',
    grade: 'info',
    title: { en: 'Asynchronous replication', zh: '异步复制' },
    words: { en: '{server} does not wait for its replicas.', zh: '{server} 提交时不等待从库。' },
    why: {
      en: 'A failover can lose the last transactions; how many is known only afterwards.',
      zh: '故障切换可能丢失最后的事务，丢失数量事后才能得知。',
    },
    next: {
      en: 'Switch lossless semi-sync on where no transaction may be lost.',
      zh: '若不允许丢失事务，请开启无损半同步。',
    },
    find: ({ seen, graph }) =>
      graph.shape === 'group-replication' || graph.shape === 'galera'
        ? []
        : seen
            .filter(
              (server) =>
                server.hasReplicas && server.node.role === 'primary' && server.node.writable && !waits(server),
            )
            .map(({ id }) => ({ on: id, evidence: { source: false } })),
  }),
  defineFinding({
    code: 'COMMITS_WAIT',
    grade: 'bad',
    title: { en: 'Commits wait for a replica', zh: '提交正在等待从库' },
    words: {
      en: '{count} commits on {server} wait for an acknowledgement now.',
      zh: '{server} 上有 {count} 个提交正在等待应答。',
    },
    why: {
      en: 'A graceful stop of the server now would tell these clients OK although no replica has their rows.',
      zh: '此时正常停机会向客户端返回成功，而从库上并没有这些数据。',
    },
    next: {
      en: 'Bring an acknowledging replica back; do not stop the server gracefully.',
      zh: '请恢复应答从库；切勿正常停机。',
    },
    find: ({ seen }) =>
      seen
        .filter(({ glance }) => glance.semiSync.waiting > 2)
        .map(({ id, glance }) => ({
          on: id,
          values: { count: glance.semiSync.waiting },
          evidence: { waiting: glance.semiSync.waiting },
        })),
  }),
];
