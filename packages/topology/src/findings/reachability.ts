import { defineFinding } from '../define-finding.ts';
import type { Fleet } from '../fleet.ts';
import type { Look } from '../observed-server.ts';

const inState = (fleet: Fleet, state: Look['state']) =>
  fleet.servers.flatMap(({ id, look }) =>
    look.state === state && 'because' in look
      ? [{ on: id, values: { because: look.because }, evidence: { because: look.because.slice(0, 500) } }]
      : [],
  );

export const reachability = [
  defineFinding({
    code: 'SERVER_UNREACHABLE',
    grade: 'bad',
    title: { en: 'A server does not answer', zh: '服务器无应答' },
    words: { en: '{server} does not answer: {because}.', zh: '{server} 无应答：{because}。' },
    why: {
      en: 'Nothing is known of a server that does not answer; what stands elsewhere about it is its past.',
      zh: '服务器无应答时其现状未知；其他位置显示的都是过去的信息。',
    },
    next: {
      en: 'Check address, port, firewall and whether the server runs; then look again.',
      zh: '请检查地址、端口、防火墙以及服务器是否在运行，然后重新查看。',
    },
    find: (fleet) => inState(fleet, 'unreachable'),
  }),
  defineFinding({
    code: 'SERVER_REFUSES_US',
    grade: 'bad',
    title: { en: 'A server refuses our account', zh: '服务器拒绝平台账号' },
    words: { en: '{server} refuses our account: {because}.', zh: '{server} 拒绝了平台账号：{because}。' },
    why: {
      en: 'Without a login neither its role nor its replication is known. Each try is a failed login in its log.',
      zh: '无法登录就无法得知其角色与复制状态，且每次尝试都会在其日志中留下登录失败记录。',
    },
    next: {
      en: 'Create the account with the statements shown for the level, or correct its password.',
      zh: '请按所选级别显示的语句创建账号，或更正其密码。',
    },
    find: (fleet) => inState(fleet, 'refused'),
  }),
  defineFinding({
    code: 'SERVER_NOT_MYSQL',
    grade: 'bad',
    title: { en: 'No MySQL speaks there', zh: '该端口不是 MySQL' },
    words: {
      en: 'What answers at {server} is no MySQL or MariaDB: {because}.',
      zh: '{server} 上应答的不是 MySQL 或 MariaDB：{because}。',
    },
    why: {
      en: 'The port belongs to another program, or a device between closes connections it does not know.',
      zh: '该端口属于其他程序，或中间设备关闭了它不认识的连接。',
    },
    next: { en: 'Correct the port, or take the server off the list.', zh: '请更正端口，或将其从列表中移除。' },
    find: (fleet) => inState(fleet, 'not-mysql'),
  }),
  defineFinding({
    code: 'SOURCE_NOT_SEEN',
    grade: 'warn',
    title: { en: 'A source nobody looked at', zh: '未查看的主库' },
    words: {
      en: '{server} replicates from {source}, which was not looked at.',
      zh: '{server} 从 {source} 复制，但尚未查看该服务器。',
    },
    why: {
      en: 'Who writes, and whether replicas have more than their source, cannot be said without it.',
      zh: '缺少主库信息，就无法判断谁在写入，也无法判断从库是否多出事务。',
    },
    next: { en: 'Add {source} to the list and look again.', zh: '请将 {source} 加入列表后重新查看。' },
    find: ({ seen }) =>
      seen.flatMap(({ id, channels }) =>
        channels
          .filter(({ sourceServer }) => !sourceServer || sourceServer.look.state === 'not-looked')
          .map(({ name, source }) => ({
            on: id,
            key: name,
            values: { source: `${source.host}:${source.port}` },
            evidence: { host: source.host, port: source.port },
          })),
      ),
  }),
  defineFinding({
    code: 'READER_NOT_SEEN',
    grade: 'info',
    title: { en: 'Somebody unknown reads the binary log', zh: '未知的日志读取者' },
    words: {
      en: 'Somebody at {host} reads the binary log of {server} and is not in the list: a replica, or a change feed.',
      zh: '{host} 正在读取 {server} 的二进制日志，但不在列表中：可能是从库，也可能是数据订阅程序。',
    },
    why: {
      en: 'A replica that is not known is left behind at a switchover; a change feed stops there. One that has left is noticed by an idle server only at its next write.',
      zh: '未登记的从库在切换时会被遗漏，数据订阅程序会在切换时中断。若读取者已离开，空闲的服务器要到下次写入时才会察觉。',
    },
    next: {
      en: 'Add it if it is a server; otherwise note who it belongs to.',
      zh: '若是服务器请加入列表，否则请记录其归属。',
    },
    find: ({ graph }) =>
      graph.edges.flatMap(({ from, to, seenBy }) => {
        const node = graph.nodes.find(({ id, state }) => id === to && state === 'heard-of');
        return seenBy === 'dump-thread' && node
          ? [{ on: from, key: to, values: { host: node.host }, evidence: { host: node.host } }]
          : [];
      }),
  }),
  defineFinding({
    code: 'SERVER_JUST_STARTED',
    grade: 'info',
    title: { en: 'A server has just started', zh: '服务器刚刚启动' },
    words: { en: '{server} has been up for {seconds} s only.', zh: '{server} 仅运行了 {seconds} 秒。' },
    why: {
      en: 'A restart nobody planned is worth a look into the error log; caches are cold for a while.',
      zh: '计划外的重启值得查看错误日志；缓存在一段时间内尚未预热。',
    },
    next: { en: 'Find out who restarted it, or why it fell.', zh: '请查明是谁重启的，或为何崩溃。' },
    find: ({ seen }) =>
      seen
        .filter(({ glance }) => glance.uptimeSeconds !== null && glance.uptimeSeconds < 600)
        .map(({ id, glance }) => ({
          on: id,
          values: { seconds: glance.uptimeSeconds ?? 0 },
          evidence: { uptimeSeconds: glance.uptimeSeconds },
        })),
  }),
];
