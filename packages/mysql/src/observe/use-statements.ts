import { defineStatement } from '../catalogue/statement.ts';

const observing = { sentBy: ['portrait', 'dictionary'], changes: 'nothing', limitSeconds: 10 } as const;
const users = "NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

/** One switched off, or one schema left out, and a counter of 0 proves nothing. */
export const useSettings = defineStatement({
  name: 'observe.use-settings',
  why: {
    en: 'Whether the use of tables and indexes is counted at all, for every schema.',
    zh: '是否对所有库的表与索引使用情况进行计数。',
  },
  ...observing,
  text: () =>
    "SELECT (SELECT COUNT(*) FROM performance_schema.setup_instruments WHERE NAME = 'wait/io/table/sql/handler' AND ENABLED = 'YES') AS instrument, (SELECT COUNT(*) FROM performance_schema.setup_consumers WHERE NAME = 'global_instrumentation' AND ENABLED = 'YES') AS consumer, (SELECT COUNT(*) FROM performance_schema.setup_objects WHERE OBJECT_TYPE = 'TABLE' AND ENABLED = 'NO' AND OBJECT_SCHEMA NOT IN ('mysql', 'performance_schema', 'information_schema')) AS excluded",
});

/** Above their memory the server stops counting for some tables, and says only that it did. */
export const useLost = defineStatement({
  name: 'observe.use-lost',
  why: {
    en: 'Whether counters of tables or indexes were lost for want of memory.',
    zh: '表或索引的计数器是否因内存不足而丢失。',
  },
  ...observing,
  text: () =>
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Performance_schema_index_stat_lost', 'Performance_schema_table_instances_lost')",
});

/** Kept in memory since the start; opens no table. Not asked above a limit of tables, for it walks over all of them. */
export const indexUse = defineStatement({
  name: 'observe.index-use',
  why: {
    en: 'How often each index and table was read and written since the server started; those never used are not listed.',
    zh: '自服务器启动以来各索引与表的读写次数，从未使用的不在其中。',
  },
  ...observing,
  text: () =>
    `SELECT OBJECT_SCHEMA AS \`schema\`, OBJECT_NAME AS \`table\`, INDEX_NAME AS name, COUNT_READ AS reads_counted, COUNT_WRITE AS writes_counted FROM performance_schema.table_io_waits_summary_by_index_usage WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA ${users} AND COUNT_STAR > 0 LIMIT ?`,
});

/** https://mariadb.com/kb/en/user-statistics/ */
export const indexStatistics = defineStatement({
  name: 'observe.index-statistics',
  why: {
    en: 'The same where user statistics are on (userstat): rows read by index.',
    zh: '开启用户统计（userstat）时的同类信息：按索引读取的行数。',
  },
  ...observing,
  text: ({ flavor }) =>
    flavor === 'mariadb'
      ? `SELECT TABLE_SCHEMA AS \`schema\`, TABLE_NAME AS \`table\`, INDEX_NAME AS name, ROWS_READ AS reads_counted, 0 AS writes_counted FROM information_schema.INDEX_STATISTICS WHERE TABLE_SCHEMA ${users} LIMIT ?`
      : undefined,
});

export const tableStatistics = defineStatement({
  name: 'observe.table-statistics',
  why: {
    en: 'The same where user statistics are on (userstat): rows read and changed by table.',
    zh: '开启用户统计（userstat）时的同类信息：按表读取与变更的行数。',
  },
  ...observing,
  text: ({ flavor }) =>
    flavor === 'mariadb'
      ? `SELECT TABLE_SCHEMA AS \`schema\`, TABLE_NAME AS \`table\`, '' AS name, ROWS_READ AS reads_counted, ROWS_CHANGED AS writes_counted FROM information_schema.TABLE_STATISTICS WHERE TABLE_SCHEMA ${users} LIMIT ?`
      : undefined,
});
