import { defineStatement } from '../catalogue/statement.ts';
import { looking } from './activity-statements.ts';

export const mostWorkerErrors = 64;

export const workerErrors = defineStatement({
  name: 'live.worker-errors',
  why: {
    en: 'What each applier worker failed at: the channel itself only says that one did.',
    zh: '各应用线程的具体错误：通道状态只说明有线程出错。',
  },
  ...looking,
  text: ({ flavor }) =>
    flavor === 'mysql'
      ? `SELECT CHANNEL_NAME AS channel, WORKER_ID AS worker, LAST_ERROR_NUMBER AS errno, LEFT(LAST_ERROR_MESSAGE, 1001) AS message, LAST_ERROR_TIMESTAMP AS at FROM performance_schema.replication_applier_status_by_worker WHERE LAST_ERROR_NUMBER <> 0 LIMIT ${mostWorkerErrors + 1}`
      : undefined,
});

/** 8.0.22 and later keep the end of their error log in a table: it is read where no way to the host is known. */
export const errorLogTable = defineStatement({
  name: 'live.error-log',
  why: {
    en: 'The newest lines of the error log, where the platform has no way to the server’s host.',
    zh: '错误日志的最新内容，用于平台没有主机访问路径的情况。',
  },
  ...looking,
  text: (version) =>
    version.flavor === 'mysql' &&
    (version.major > 8 || (version.major === 8 && (version.minor > 0 || version.patch >= 22)))
      ? 'SELECT LOGGED AS at, THREAD_ID AS thread, PRIO AS priority, ERROR_CODE AS code, SUBSYSTEM AS subsystem, LEFT(DATA, 2001) AS text FROM performance_schema.error_log ORDER BY LOGGED DESC LIMIT 2000'
      : undefined,
});
