import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast, type Version } from '../version.ts';
import { looking } from './activity-statements.ts';

/** Every waiter may wait for all before it: a hundred sessions on one row give five thousand pairs. */
export const mostWaits = 5000;
/** Four numbers each. */
export const mostPairs = 20_000;
export const mostMetadataLocks = 2000;

const isDictionary = (version: Version) => version.flavor === 'mysql' && isAtLeast(version, 8);

/** From the waits to their locks by key: never a walk over all locks of a busy server. LOCK_DATA, a row's values, stays unread. */
export const rowLockWaits = defineStatement({
  name: 'live.row-lock-waits',
  why: {
    en: 'Which session waits for which on a row or table of InnoDB; never the values of the row.',
    zh: '哪个会话在等待哪个会话的 InnoDB 行锁或表锁；不读取行的内容。',
  },
  ...looking,
  text: (version) =>
    isDictionary(version)
      ? `SELECT STRAIGHT_JOIN rt.PROCESSLIST_ID AS waiting, bt.PROCESSLIST_ID AS blocking, rl.OBJECT_SCHEMA AS \`schema\`, rl.OBJECT_NAME AS \`table\`, rl.INDEX_NAME AS \`index\`, rl.LOCK_TYPE AS kind, rl.LOCK_MODE AS wants, bl.LOCK_MODE AS held FROM performance_schema.data_lock_waits w JOIN performance_schema.data_locks rl ON rl.ENGINE_LOCK_ID = w.REQUESTING_ENGINE_LOCK_ID AND rl.ENGINE = w.ENGINE JOIN performance_schema.data_locks bl ON bl.ENGINE_LOCK_ID = w.BLOCKING_ENGINE_LOCK_ID AND bl.ENGINE = w.ENGINE LEFT JOIN performance_schema.threads rt ON rt.THREAD_ID = w.REQUESTING_THREAD_ID LEFT JOIN performance_schema.threads bt ON bt.THREAD_ID = w.BLOCKING_THREAD_ID LIMIT ${mostWaits + 1}`
      : undefined,
});

/**
 * 5.7 and MariaDB: these views have no index, and joining them takes the square of the waiters. Read one by one, and put together
 * by us: 150 sessions behind one took 1.5 s joined.
 */
export const transactionWaits = defineStatement({
  name: 'live.transaction-waits',
  why: {
    en: 'Which transaction waits for which, on 5.7 and MariaDB.',
    zh: '哪个事务在等待哪个事务（5.7 与 MariaDB）。',
  },
  ...looking,
  text: (version) =>
    isDictionary(version)
      ? undefined
      : `SELECT requesting_trx_id AS waiting, requested_lock_id AS wanted, blocking_trx_id AS blocking, blocking_lock_id AS held FROM information_schema.INNODB_LOCK_WAITS LIMIT ${mostPairs + 1}`,
});

export const waitedLocks = defineStatement({
  name: 'live.waited-locks',
  why: {
    en: 'The locks somebody waits for, on 5.7 and MariaDB; never the values of the row.',
    zh: '有人在等待的锁（5.7 与 MariaDB）；不读取行的内容。',
  },
  ...looking,
  text: (version) =>
    isDictionary(version)
      ? undefined
      : `SELECT lock_id AS id, lock_table AS \`table\`, lock_index AS \`index\`, lock_type AS kind, lock_mode AS mode FROM information_schema.INNODB_LOCKS LIMIT ${mostWaits + 1}`,
});

const hasMetadataLocks = (version: Version) =>
  version.flavor === 'mysql' ? isAtLeast(version, 5, 7, 3) : isAtLeast(version, 10, 5, 2);

export const metadataLockInstrument = defineStatement({
  name: 'live.metadata-lock-instrument',
  why: {
    en: 'Whether the server keeps count of metadata locks: off by default on 5.7 and MariaDB.',
    zh: '服务器是否记录元数据锁：5.7 与 MariaDB 默认关闭。',
  },
  ...looking,
  text: (version) =>
    hasMetadataLocks(version)
      ? "SELECT ENABLED AS enabled FROM performance_schema.setup_instruments WHERE NAME = 'wait/lock/metadata/sql/mdl' LIMIT 1"
      : undefined,
});

export const metadataLocks = defineStatement({
  name: 'live.metadata-locks',
  why: {
    en: 'Metadata locks of the tables somebody waits for: a forgotten transaction that holds up an ALTER.',
    zh: '有会话在等待的表上的元数据锁：例如未结束的事务阻塞了 ALTER。',
  },
  ...looking,
  text: (version) =>
    hasMetadataLocks(version)
      ? `SELECT l.OBJECT_TYPE AS kind, l.OBJECT_SCHEMA AS \`schema\`, l.OBJECT_NAME AS \`table\`, l.LOCK_TYPE AS mode, l.LOCK_STATUS AS status, t.PROCESSLIST_ID AS session, t.PROCESSLIST_TIME AS seconds FROM (SELECT DISTINCT OBJECT_TYPE, OBJECT_SCHEMA, OBJECT_NAME FROM performance_schema.metadata_locks WHERE LOCK_STATUS = 'PENDING' LIMIT 100) p JOIN performance_schema.metadata_locks l ON l.OBJECT_TYPE = p.OBJECT_TYPE AND l.OBJECT_SCHEMA <=> p.OBJECT_SCHEMA AND l.OBJECT_NAME <=> p.OBJECT_NAME JOIN performance_schema.threads t ON t.THREAD_ID = l.OWNER_THREAD_ID WHERE l.LOCK_STATUS IN ('GRANTED', 'PENDING') LIMIT ${mostMetadataLocks + 1}`
      : undefined,
});
