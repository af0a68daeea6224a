import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast, type Version } from '../version.ts';
import { looking } from './activity-statements.ts';

/** Every waiter may wait for all before it: 150 sessions on one row give eleven thousand pairs of a few numbers each. */
export const mostPairs = 20_000;
export const mostLocks = 1000;
export const mostMetadataLocks = 2000;

const isDictionary = (version: Version) => version.flavor === 'mysql' && isAtLeast(version, 8);

export const sessionWaits = defineStatement({
  name: 'live.session-waits',
  why: {
    en: 'Which session waits for which on rows and tables of InnoDB (8.0 and later).',
    zh: '哪个会话在等待哪个会话的 InnoDB 行锁或表锁（8.0 及以上）。',
  },
  ...looking,
  text: (version) =>
    isDictionary(version)
      ? `SELECT STRAIGHT_JOIN rt.PROCESSLIST_ID AS waiting, bt.PROCESSLIST_ID AS blocking, w.REQUESTING_ENGINE_LOCK_ID AS wanted, w.BLOCKING_ENGINE_LOCK_ID AS held FROM performance_schema.data_lock_waits w LEFT JOIN performance_schema.threads rt ON rt.THREAD_ID = w.REQUESTING_THREAD_ID LEFT JOIN performance_schema.threads bt ON bt.THREAD_ID = w.BLOCKING_THREAD_ID LIMIT ${mostPairs + 1}`
      : undefined,
});

/**
 * By key: never a walk over all locks of a busy server. LOCK_DATA, a row's values, stays unread. Not by IN (…): of five ids it
 * gave one row on 9.7.4, for the index of this table does not serve several ranges.
 */
export const locksOfWaits = defineStatement({
  name: 'live.locks-of-waits',
  why: {
    en: 'What the locks are on that somebody waits for; never the values of the row.',
    zh: '被等待的锁所在的对象；不读取行的内容。',
  },
  ...looking,
  text: (version) =>
    isDictionary(version)
      ? `SELECT STRAIGHT_JOIN l.ENGINE_LOCK_ID AS id, l.OBJECT_SCHEMA AS \`schema\`, l.OBJECT_NAME AS \`table\`, l.INDEX_NAME AS \`index\`, l.LOCK_TYPE AS kind, l.LOCK_MODE AS mode FROM (SELECT REQUESTING_ENGINE_LOCK_ID AS id FROM performance_schema.data_lock_waits UNION SELECT BLOCKING_ENGINE_LOCK_ID FROM performance_schema.data_lock_waits LIMIT ${mostLocks}) w JOIN performance_schema.data_locks l ON l.ENGINE_LOCK_ID = w.id AND l.ENGINE = 'INNODB'`
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
      : `SELECT lock_id AS id, lock_table AS \`table\`, lock_index AS \`index\`, lock_type AS kind, lock_mode AS mode FROM information_schema.INNODB_LOCKS LIMIT ${5 * mostLocks}`,
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
