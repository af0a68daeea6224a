import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast, type Version } from '../version.ts';

/** Since 8.0 names and definitions come from a dictionary; before, and in MariaDB, the server opens a file per table. */
export const hasDictionary = (version: Version): boolean => version.flavor === 'mysql' && isAtLeast(version, 8);

const observing = { sentBy: ['portrait', 'dictionary'], changes: 'nothing', limitSeconds: 20 } as const;
const users = "NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

export const schemas = defineStatement({
  name: 'observe.schemas',
  why: { en: 'Schemas of users with their character sets.', zh: '用户库及其字符集。' },
  ...observing,
  text: () =>
    `SELECT SCHEMA_NAME AS name, DEFAULT_CHARACTER_SET_NAME AS characters, DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME ${users} LIMIT 5001`,
});

/** Names only: no table is opened for it, also on 100,000 of them. */
export const tableCounts = defineStatement({
  name: 'observe.table-counts',
  why: {
    en: 'How many tables each schema has, before anything about them is read.',
    zh: '读取表信息之前，先统计每个库的表数量。',
  },
  ...observing,
  text: () =>
    `SELECT TABLE_SCHEMA AS name, COUNT(*) AS tables FROM information_schema.TABLES WHERE TABLE_SCHEMA ${users} GROUP BY TABLE_SCHEMA LIMIT 5001`,
});

/** With the default of one day the server would write what it finds into its own statistics tables. */
export const freshStatistics = defineStatement({
  name: 'observe.session-statistics',
  why: {
    en: 'Sizes are read without the server storing them: looking writes nothing.',
    zh: '读取大小时不让服务器缓存结果：查看不产生任何写入。',
  },
  sentBy: ['portrait', 'dictionary'],
  changes: 'session',
  limitSeconds: 5,
  text: (version) => (hasDictionary(version) ? 'SET SESSION information_schema_stats_expiry = 0' : undefined),
});

export const tables = defineStatement({
  name: 'observe.tables',
  why: {
    en: 'Tables of one schema with engine, estimate of rows and sizes; only below a limit of tables.',
    zh: '单个库的表：引擎、估算行数与大小；仅在表数量低于上限时读取。',
  },
  ...observing,
  text: () =>
    'SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS name, TABLE_TYPE AS kind, ENGINE AS engine, ROW_FORMAT AS row_format, TABLE_ROWS AS table_rows, DATA_LENGTH AS data_bytes, INDEX_LENGTH AS index_bytes, DATA_FREE AS free_bytes, AUTO_INCREMENT AS auto_increment, TABLE_COLLATION AS collation, TABLE_COMMENT AS comment FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME > ? ORDER BY TABLE_NAME LIMIT ?',
});

export const columns = defineStatement({
  name: 'observe.columns',
  why: { en: 'Columns of one schema, for the data dictionary.', zh: '单个库的列，用于数据字典。' },
  ...observing,
  text: () =>
    'SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS `table`, COLUMN_NAME AS name, ORDINAL_POSITION AS position, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLLATION_NAME AS collation, EXTRA AS extra, COLUMN_COMMENT AS comment FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME > ? ORDER BY TABLE_NAME, ORDINAL_POSITION LIMIT ?',
});

/** Without CARDINALITY, which would make the engine compute it. */
export const indexes = defineStatement({
  name: 'observe.indexes',
  why: { en: 'Indexes of one schema, for the data dictionary.', zh: '单个库的索引，用于数据字典。' },
  ...observing,
  text: () =>
    'SELECT TABLE_SCHEMA AS `schema`, TABLE_NAME AS `table`, INDEX_NAME AS name, NON_UNIQUE AS repeats, INDEX_TYPE AS kind, SEQ_IN_INDEX AS position, COLUMN_NAME AS column_name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND TABLE_NAME > ? ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX LIMIT ?',
});

export const nonTransactionalTables = defineStatement({
  name: 'observe.non-transactional-tables',
  why: {
    en: 'Tables of users whose engine knows no transactions: a crash or a failover leaves them different.',
    zh: '引擎不支持事务的用户表：崩溃或切换后各节点数据可能不一致。',
  },
  ...observing,
  text: () =>
    `SELECT TABLE_SCHEMA AS \`schema\`, TABLE_NAME AS name, ENGINE AS engine FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA ${users} AND ENGINE NOT IN ('InnoDB', 'RocksDB', 'TokuDB', 'ndbcluster') LIMIT 1001`,
});
