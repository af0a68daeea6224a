import { defineStatement } from '../catalogue/statement.ts';
import { quoteIdentifier } from '../quoting.ts';
import { isAtLeast } from '../version.ts';

const observing = { sentBy: ['portrait'], changes: 'nothing', limitSeconds: 10 } as const;

export const allVariables = defineStatement({
  name: 'observe.variables',
  why: {
    en: 'All global parameters, to compare with standards and to judge safety.',
    zh: '全部全局参数，用于对照规范并判断安全性。',
  },
  ...observing,
  sentBy: ['portrait', 'live'],
  text: () => 'SHOW GLOBAL VARIABLES',
});

/** SHOW cuts values (MySQL at 1,024 characters, MariaDB at 2,048): two long ones are told apart by their hashes. */
export const wholeVariable = defineStatement<string>({
  name: 'observe.whole-variable',
  why: {
    en: 'The length and hash of one parameter too long to be shown whole: two of them are compared by it.',
    zh: '过长而无法完整显示的参数的长度与哈希，用于比较。',
  },
  ...observing,
  sentBy: ['portrait', 'live'],
  text: (_version, name) =>
    `SELECT CHAR_LENGTH(@@GLOBAL.${quoteIdentifier(name)}) AS length, SHA2(@@GLOBAL.${quoteIdentifier(name)}, 256) AS hash`,
  examples: () => ['init_connect'],
});

/** SHOW GRANTS would show the account's own password hash on 5.7 and MariaDB. */
export const ownPrivileges = defineStatement({
  name: 'observe.own-privileges',
  why: {
    en: 'What this very account may do globally: what it cannot see is not taken for absent.',
    zh: '当前账号自身的全局权限：看不到的内容不会被当作不存在。',
  },
  ...observing,
  sentBy: ['portrait', 'proof', 'review'],
  text: () =>
    "SELECT PRIVILEGE_TYPE AS privilege FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - CHAR_LENGTH(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''') LIMIT 1000",
});

export const plugins = defineStatement({
  name: 'observe.plugins',
  why: { en: 'Plugins and whether they are active.', zh: '插件及其是否启用。' },
  ...observing,
  text: () =>
    'SELECT PLUGIN_NAME AS name, PLUGIN_STATUS AS status, PLUGIN_TYPE AS kind, PLUGIN_LIBRARY AS `library` FROM information_schema.PLUGINS LIMIT 1000',
});

export const engines = defineStatement({
  name: 'observe.engines',
  why: { en: 'Storage engines and which of them know transactions.', zh: '存储引擎及其是否支持事务。' },
  ...observing,
  text: () =>
    'SELECT ENGINE AS name, SUPPORT AS support, TRANSACTIONS AS transactions FROM information_schema.ENGINES LIMIT 100',
});

export const binlogStatus = defineStatement({
  name: 'observe.binlog-status',
  why: {
    en: 'Filters of the binary log, which leave transactions out for every replica.',
    zh: '二进制日志的过滤规则，会使所有从库缺少部分事务。',
  },
  ...observing,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8, 2) ? 'SHOW BINARY LOG STATUS' : 'SHOW MASTER STATUS',
});

export const dumpThreads = defineStatement({
  name: 'observe.dump-threads',
  why: {
    en: 'Replicas that fetch from this server, without the right to read its binary log.',
    zh: '正在从本机拉取日志的从库，无需读取二进制日志的权限。',
  },
  ...observing,
  sentBy: ['portrait', 'live'],
  text: () =>
    "SELECT ID AS id, USER AS user, HOST AS host, COMMAND AS command, TIME AS seconds FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%' LIMIT 257",
});

/** A replica sets @slave_uuid (and @replica_uuid since 8.0.26) on the connection it fetches through. */
export const dumpThreadUuids = defineStatement({
  name: 'observe.dump-thread-uuids',
  why: {
    en: 'The server_uuid of each replica that fetches: proof of who it is, behind NAT too.',
    zh: '每个拉取日志的从库的 server_uuid：即使经过 NAT 也能确认身份。',
  },
  ...observing,
  sentBy: ['portrait', 'live'],
  text: ({ flavor }) =>
    flavor === 'mysql'
      ? "SELECT t.PROCESSLIST_ID AS id, CONVERT(v.VARIABLE_VALUE USING utf8mb4) AS uuid FROM performance_schema.user_variables_by_thread v JOIN performance_schema.threads t ON t.THREAD_ID = v.THREAD_ID WHERE v.VARIABLE_NAME IN ('slave_uuid', 'replica_uuid') LIMIT 514"
      : undefined,
});

export const groupMembers = defineStatement({
  name: 'observe.group-members',
  why: { en: 'Members of a replication group, their state and role.', zh: '组复制成员及其状态与角色。' },
  ...observing,
  sentBy: ['portrait', 'glance'],
  text: (version) => {
    if (version.flavor === 'mariadb') return undefined;
    const role = isAtLeast(version, 8, 0, 2) ? 'MEMBER_ROLE' : "''";
    return `SELECT MEMBER_ID AS uuid, MEMBER_HOST AS host, MEMBER_PORT AS port, MEMBER_STATE AS state, ${role} AS role FROM performance_schema.replication_group_members LIMIT 64`;
  },
});

/** Seen only with the EVENT privilege: without it the answer is empty, which proves nothing. */
export const visibleEvents = defineStatement({
  name: 'observe.events',
  why: {
    en: 'Scheduled events and whether they would run; never their bodies.',
    zh: '定时事件及其是否会执行，不读取事件内容。',
  },
  ...observing,
  text: () =>
    "SELECT EVENT_SCHEMA AS `schema`, EVENT_NAME AS name, STATUS AS status, DEFINER AS definer FROM information_schema.EVENTS WHERE EVENT_SCHEMA NOT IN ('sys') LIMIT 1001",
});

/** 8.0 has no such table; there the EVENT privilege is needed. */
export const eventTable = defineStatement({
  name: 'observe.event-table',
  why: {
    en: 'Scheduled events where the account may read these four columns but not run events.',
    zh: '账号仅可读取这四列、无权执行事件时，用于查看定时事件。',
  },
  ...observing,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? undefined
      : 'SELECT db AS `schema`, name AS name, status AS status, definer AS definer FROM mysql.event LIMIT 1001',
});

export const tlsStatus = defineStatement({
  name: 'observe.tls',
  why: {
    en: 'Whether this connection is encrypted, and until when the certificate is valid.',
    zh: '当前连接是否加密，以及证书的有效期。',
  },
  ...observing,
  text: () => "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_cipher', 'Ssl_server_not_after')",
});
