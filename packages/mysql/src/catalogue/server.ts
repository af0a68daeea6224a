import { type SemiSyncRole, semiSyncWord } from '../semi-sync-words.ts';
import { defineStatement } from './statement.ts';

const reading = { sentBy: ['live', 'deploy', 'operate'], changes: 'nothing' } as const;
const changing = { sentBy: ['deploy', 'operate'], changes: 'server' } as const;

export const versionOnly = defineStatement({
  name: 'server.version',
  why: { en: 'Which server this is, before anything else is asked of it.', zh: '在询问其他内容之前先确认服务器版本。' },
  ...reading,
  sentBy: ['glance', 'live', 'deploy', 'operate'],
  text: () => 'SELECT VERSION() AS v',
});

export const versionAndId = defineStatement({
  name: 'server.version-and-id',
  why: { en: 'Which server this is, and its number.', zh: '确认服务器版本与编号。' },
  ...reading,
  text: () => 'SELECT VERSION() AS v, @@GLOBAL.server_id AS i',
});

export const executedSet = defineStatement({
  name: 'server.executed',
  why: { en: 'Every transaction the server has executed.', zh: '服务器已执行的全部事务。' },
  ...reading,
  text: ({ flavor }) =>
    flavor === 'mysql'
      ? 'SELECT @@GLOBAL.gtid_executed AS g'
      : "SELECT CONCAT_WS(',', NULLIF(@@GLOBAL.gtid_slave_pos, ''), NULLIF(@@GLOBAL.gtid_binlog_pos, '')) AS g",
});

export const allSessions = defineStatement({
  name: 'server.sessions',
  why: {
    en: 'Everything connected: before a role changes, and when somebody looks at an instance.',
    zh: '全部会话：角色变更之前以及查看实例时使用。',
  },
  ...reading,
  text: () => 'SHOW FULL PROCESSLIST',
});

export const sessionLockWait = defineStatement<number>({
  name: 'server.session-lock-wait',
  why: {
    en: 'How long the next statement of our own session may wait behind locks.',
    zh: '本会话下一条语句等待锁的最长时间。',
  },
  sentBy: ['operate'],
  changes: 'session',
  text: (_version, seconds) => `SET SESSION lock_wait_timeout = ${Math.trunc(seconds)}`,
  examples: () => [2],
});

export type ReadOnlySetting = `${'super_read_only' | 'read_only'} = ${'ON' | 'OFF'}`;

export const setReadOnly = defineStatement<ReadOnlySetting>({
  name: 'server.set-read-only',
  why: {
    en: 'Opens or closes the server for writes; for this run of it only, never persisted.',
    zh: '打开或关闭写入；仅对本次运行有效，从不持久化。',
  },
  ...changing,
  text: (_version, setting) => `SET GLOBAL ${setting}`,
  examples: ({ flavor }) =>
    flavor === 'mysql'
      ? ['super_read_only = ON', 'super_read_only = OFF', 'read_only = OFF']
      : ['read_only = ON', 'read_only = OFF'],
});

export const switchSemiSync = defineStatement<{ readonly role: SemiSyncRole; readonly to: 'on' | 'off' }>({
  name: 'server.switch-semi-sync',
  why: { en: 'Switches one side of semi-sync on or off, at run time only.', zh: '在线打开或关闭半同步的一侧。' },
  ...changing,
  text: (version, { role, to }) =>
    `SET GLOBAL rpl_semi_sync_${semiSyncWord(version, role)}_enabled = ${to === 'on' ? 1 : 0}`,
  examples: () => [
    { role: 'source', to: 'on' },
    { role: 'replica', to: 'on' },
  ],
});

export const keepClientsOut = defineStatement<'ON' | 'OFF'>({
  name: 'server.offline-mode',
  why: {
    en: 'Cuts all clients and keeps them out, so that none is told “committed” any more.',
    zh: '断开并拒绝所有客户端，使其不再收到“已提交”。',
  },
  ...changing,
  text: ({ flavor }, to) => (flavor === 'mysql' ? `SET GLOBAL offline_mode = ${to}` : undefined),
  examples: () => ['ON', 'OFF'],
});

export const endConnection = defineStatement<number>({
  name: 'server.end-connection',
  why: {
    en: 'Cuts one client that the server’s offline mode spares, or where it knows none.',
    zh: '断开离线模式不会断开的单个客户端，或在没有离线模式的服务器上断开客户端。',
  },
  ...changing,
  text: ({ flavor }, id) => `KILL ${flavor === 'mariadb' ? 'HARD CONNECTION' : 'CONNECTION'} ${Math.trunc(id)}`,
  examples: () => [42],
});
