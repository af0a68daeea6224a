import { defineStatement } from './statement.ts';

/**
 * What every session of the platform begins with, whoever opened it. They are sent by the paths package, which knows no
 * versions; a test on real servers compares what arrived with what stands here.
 */
const always = { sentBy: ['session'] } as const;

export const greet = defineStatement({
  name: 'session.greet',
  why: {
    en: 'Version, and the connection’s number, by which a statement of it can be ended.',
    zh: '版本以及连接编号，用于终止该连接上的语句。',
  },
  ...always,
  changes: 'nothing',
  text: () => 'select version() as version, connection_id() as id',
});

export const setUp = defineStatement({
  name: 'session.set-up',
  why: {
    en: 'UTC, a short wait for locks, and literals that mean what we write.',
    zh: 'UTC 时区、较短的锁等待，以及确定的字面量含义。',
  },
  ...always,
  changes: 'session',
  text: () =>
    "set session time_zone = '+00:00', lock_wait_timeout = 5, autocommit = 1, sql_mode = replace(@@session.sql_mode, 'NO_BACKSLASH_ESCAPES', '')",
});

export const limitStatements = defineStatement({
  name: 'session.limit',
  why: {
    en: 'The server ends our own statements, should we die with one running.',
    zh: '若平台在语句执行中退出，由服务器终止该语句。',
  },
  ...always,
  changes: 'session',
  text: ({ flavor }) =>
    flavor === 'mariadb' ? 'set session max_statement_time = 31' : 'set session max_execution_time = 31000',
});

export const endOwnStatement = defineStatement({
  name: 'session.end-statement',
  why: {
    en: 'Ends a statement of our own that took longer than its limit, from another connection.',
    zh: '从另一连接终止平台自身超时的语句。',
  },
  ...always,
  changes: 'nothing',
  text: () => 'kill query 42',
});
