import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast } from '../version.ts';

/** Sent while somebody looks at an instance's page: short limits, bounded rows, and texts cut by the server itself. */
export const looking = { sentBy: ['live'], changes: 'nothing', limitSeconds: 5 } as const;

export const mostSessions = 1000;
export const mostTransactions = 1000;
const text = (column: string) => `LEFT(${column}, 1001)`;

export const ownSession = defineStatement({
  name: 'live.own-session',
  why: {
    en: 'Whether performance_schema is on, and which of the sessions is our own.',
    zh: '确认 performance_schema 是否开启，以及哪个会话属于平台自身。',
  },
  ...looking,
  text: () => 'SELECT @@GLOBAL.performance_schema AS measured, CONNECTION_ID() AS own',
});

const sessionsOf = (from: string) =>
  `SELECT ID AS id, USER AS user, HOST AS host, DB AS db, COMMAND AS command, TIME AS seconds, STATE AS state, ${text('INFO')} AS statement FROM ${from} ORDER BY COMMAND = 'Sleep', TIME DESC LIMIT ${mostSessions + 1}`;

export const measuredSessions = defineStatement({
  name: 'live.sessions-measured',
  why: {
    en: 'Sessions with their statements, without the lock that the older list takes (8.0.22 and later).',
    zh: '会话及其语句，不占用旧列表所需的全局锁（8.0.22 及以上）。',
  },
  ...looking,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8, 0, 22)
      ? sessionsOf('performance_schema.processlist')
      : undefined,
});

export const listedSessions = defineStatement({
  name: 'live.sessions',
  why: { en: 'Sessions with their statements, busy ones first.', zh: '会话及其语句，忙碌的在前。' },
  ...looking,
  text: () => sessionsOf('information_schema.PROCESSLIST'),
});

/** InnoDB gives these times in the zone of the server's machine, whatever the session's zone is. */
const since = (column: string) => `TIMESTAMPDIFF(SECOND, ${column}, CONVERT_TZ(NOW(), '+00:00', 'SYSTEM'))`;

export const openTransactions = defineStatement({
  name: 'live.transactions',
  why: { en: 'Open InnoDB transactions, the oldest first.', zh: '未结束的 InnoDB 事务，最早的在前。' },
  ...looking,
  text: () =>
    `SELECT trx_id AS id, trx_mysql_thread_id AS session, trx_state AS state, ${since('trx_started')} AS seconds, ${since('trx_wait_started')} AS wait_seconds, trx_isolation_level AS isolation, trx_tables_locked AS tables_locked, trx_rows_locked AS rows_locked, trx_rows_modified AS rows_modified, ${text('trx_query')} AS statement FROM information_schema.INNODB_TRX ORDER BY trx_started LIMIT ${mostTransactions + 1}`,
});
