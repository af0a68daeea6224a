import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast, type Version } from '../version.ts';
import { reviewing } from './review-statements.ts';

const asking = { ...reviewing, limitSeconds: 5 } as const;
const since = (column: string) => `TIMESTAMPDIFF(SECOND, ${column}, CONVERT_TZ(NOW(), '+00:00', 'SYSTEM'))`;
const views = (version: Version) =>
  version.flavor === 'mysql' && isAtLeast(version, 8)
    ? ({ tables: 'INNODB_TABLES', indexes: 'INNODB_INDEXES', keys: 'INNODB_FOREIGN' } as const)
    : ({ tables: 'INNODB_SYS_TABLES', indexes: 'INNODB_SYS_INDEXES', keys: 'INNODB_SYS_FOREIGN' } as const);

/** Tables of a script that changes several: their number is in the text, two values each: schema or NULL, name. */
export interface CountOfTables {
  readonly tables: number;
}
const examples = () => [{ tables: 1 }, { tables: 2 }];
const forEach = ({ tables }: CountOfTables, text: string, between: string) => Array(tables).fill(text).join(between);
/** The engine's names of tables, which those of their partitions begin with. */
const engineNames = (asked: CountOfTables) => forEach(asked, "CONCAT(COALESCE(?, DATABASE()), '/', ?)", ', ');

/** Above it the engine's lists are not read: they load every table, and walk all of them whatever is asked for. */
export const mostTablesToWalk = 20_000;

export const tablesToWalk = defineStatement({
  name: 'review.tables-to-walk',
  why: {
    en: 'Whether the server holds too many tables to read the engine’s lists of them; it counts names, no further than the limit where the dictionary allows, and opens no table.',
    zh: '服务器的表是否过多而不宜读取引擎的表清单；只数表名，数据字典允许时数到上限即止，不打开任何表。',
  },
  ...reviewing,
  limitSeconds: 1,
  text: () =>
    `SELECT COUNT(*) AS found FROM (SELECT TABLE_NAME FROM information_schema.TABLES LIMIT ${mostTablesToWalk + 1}) names`,
});

export const engineFacts = defineStatement<CountOfTables>({
  name: 'review.engine-facts',
  why: {
    en: 'What no definition shows of the tables that the script changes: row versions used up by INSTANT changes (8.0.29 and later), and the column a dropped FULLTEXT index left behind. Asked once for all of them, and never where there are very many tables.',
    zh: '脚本要变更的表中、表结构不显示的信息：INSTANT 变更已用的行版本数（8.0.29 及以上），以及删除 FULLTEXT 索引后遗留的列。所有表一次查询；表数过多时不查询。',
  },
  ...asking,
  examples,
  text: (version, asked) => {
    const { tables, indexes } = views(version);
    const counts = version.flavor === 'mysql' && isAtLeast(version, 8, 0, 29);
    return `SELECT SUBSTRING_INDEX(t.NAME, '#', 1) AS name, ${counts ? 'MAX(t.TOTAL_ROW_VERSIONS)' : 'NULL'} AS row_versions, COUNT(i.INDEX_ID) AS document_ids FROM information_schema.${tables} t LEFT JOIN information_schema.${indexes} i ON i.TABLE_ID = t.TABLE_ID AND i.NAME = 'FTS_DOC_ID_INDEX' WHERE SUBSTRING_INDEX(t.NAME, '#', 1) IN (${engineNames(asked)}) GROUP BY SUBSTRING_INDEX(t.NAME, '#', 1)`;
  },
});

const mostChildren = 50;

/** Whether the server finds them by an index; otherwise it walks every foreign key. */
export const findsChildrenByIndex = (version: Version) => version.flavor === 'mysql' && isAtLeast(version, 8);

export const childTables = defineStatement<CountOfTables>({
  name: 'review.child-tables',
  why: {
    en: 'Tables whose foreign keys point to those that the script changes: they decide what is possible in place.',
    zh: '外键指向被变更表的其他表：它们决定哪些操作可以 INPLACE。',
  },
  ...asking,
  examples,
  text: (version, asked) => {
    const limit = `LIMIT ${mostChildren * asked.tables}`;
    if (!findsChildrenByIndex(version))
      return `SELECT DISTINCT SUBSTRING_INDEX(FOR_NAME, '/', 1) AS \`schema\`, SUBSTRING_INDEX(FOR_NAME, '/', -1) AS name FROM information_schema.${views(version).keys} WHERE REF_NAME IN (${engineNames(asked)}) ${limit}`;
    // The dictionary's index begins with the catalog, and is used for OR, not for a list of rows.
    const pointsTo = '(UNIQUE_CONSTRAINT_SCHEMA = COALESCE(?, DATABASE()) AND REFERENCED_TABLE_NAME = ?)';
    return `SELECT DISTINCT CONSTRAINT_SCHEMA AS \`schema\`, TABLE_NAME AS name FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE UNIQUE_CONSTRAINT_CATALOG = 'def' AND (${forEach(asked, pointsTo, ' OR ')}) ${limit}`;
  },
});

export const tableTriggers = defineStatement({
  name: 'review.table-triggers',
  why: {
    en: 'Triggers of a table the script names, without their bodies: they change more than a statement says.',
    zh: '脚本涉及的表上的触发器（不读取函数体）：它们会产生语句之外的修改。',
  },
  ...asking,
  text: () =>
    'SELECT TRIGGER_NAME AS name, ACTION_TIMING AS time, EVENT_MANIPULATION AS event FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = COALESCE(?, DATABASE()) AND EVENT_OBJECT_TABLE = ? LIMIT 100',
});

export const indexReads = defineStatement({
  name: 'review.index-reads',
  why: {
    en: 'How often each index of a table was read since the server started, where it counts that.',
    zh: '自服务器启动以来该表各索引的读取次数（如已开启统计）。',
  },
  ...asking,
  text: () =>
    "SELECT INDEX_NAME AS name, COUNT_READ AS reads_counted, COUNT_WRITE AS writes_counted FROM performance_schema.table_io_waits_summary_by_index_usage WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA = COALESCE(?, DATABASE()) AND OBJECT_NAME = ? LIMIT 100",
});

export const indexRowsRead = defineStatement({
  name: 'review.index-rows-read',
  why: {
    en: 'The same where user statistics are on (userstat): rows read by index.',
    zh: '开启用户统计（userstat）时的同类信息：按索引读取的行数。',
  },
  ...asking,
  text: ({ flavor }) =>
    flavor === 'mariadb'
      ? 'SELECT INDEX_NAME AS name, ROWS_READ AS reads_counted FROM information_schema.INDEX_STATISTICS WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ? LIMIT 100'
      : undefined,
});

export const columnHistograms = defineStatement({
  name: 'review.column-histograms',
  why: {
    en: 'Shares that the histograms of a table tell, where somebody made them; never the values.',
    zh: '该表已有直方图给出的分布比例；不读取具体取值。',
  },
  ...asking,
  text: (version) => {
    if (version.flavor === 'mariadb')
      return 'SELECT column_name AS name, nulls_ratio AS nulls, avg_frequency AS frequency FROM mysql.column_stats WHERE db_name = COALESCE(?, DATABASE()) AND table_name = ? LIMIT 200';
    return isAtLeast(version, 8)
      ? "SELECT COLUMN_NAME AS name, HISTOGRAM->>'$.\"histogram-type\"' AS kind, HISTOGRAM->>'$.\"null-values\"' AS nulls, HISTOGRAM->>'$.buckets[*][1]' AS shares, HISTOGRAM->>'$.buckets[*][3]' AS counts FROM information_schema.COLUMN_STATISTICS WHERE SCHEMA_NAME = COALESCE(?, DATABASE()) AND TABLE_NAME = ? LIMIT 200"
      : undefined;
  },
});

const held = 'l.LOCK_TYPE AS mode, t.PROCESSLIST_ID AS session, t.PROCESSLIST_USER AS user, t.PROCESSLIST_HOST AS host';

export const lockHolders = defineStatement({
  name: 'review.lock-holders',
  why: {
    en: 'Who holds a metadata lock on a table that the script changes, and for how long: the change would wait for them.',
    zh: '谁持有被变更表的元数据锁、已持有多久：变更会等待它们。',
  },
  ...asking,
  text: (version) =>
    (version.flavor === 'mysql' ? isAtLeast(version, 5, 7, 3) : isAtLeast(version, 10, 5, 2))
      ? `SELECT ${held}, COALESCE(${since('x.trx_started')}, t.PROCESSLIST_TIME) AS seconds FROM performance_schema.metadata_locks l JOIN performance_schema.threads t ON t.THREAD_ID = l.OWNER_THREAD_ID LEFT JOIN information_schema.INNODB_TRX x ON x.trx_mysql_thread_id = t.PROCESSLIST_ID WHERE l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = COALESCE(?, DATABASE()) AND l.OBJECT_NAME = ? AND l.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID <> CONNECTION_ID() ORDER BY seconds DESC LIMIT 20`
      : undefined,
});

/** https://mariadb.com/kb/en/metadata-lock-info-plugin/ */
export const lockInfo = defineStatement({
  name: 'review.lock-info',
  why: {
    en: 'The same on MariaDB where the plugin metadata_lock_info is there and performance_schema keeps no count.',
    zh: 'MariaDB 未由 performance_schema 记录、但已安装 metadata_lock_info 插件时的同类信息。',
  },
  ...asking,
  text: ({ flavor }) =>
    flavor === 'mariadb'
      ? `SELECT l.LOCK_MODE AS mode, p.ID AS session, p.USER AS user, p.HOST AS host, COALESCE(${since('x.trx_started')}, p.TIME) AS seconds FROM information_schema.METADATA_LOCK_INFO l JOIN information_schema.PROCESSLIST p ON p.ID = l.THREAD_ID LEFT JOIN information_schema.INNODB_TRX x ON x.trx_mysql_thread_id = p.ID WHERE l.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND l.TABLE_NAME = ? AND p.ID <> CONNECTION_ID() ORDER BY seconds DESC LIMIT 20`
      : undefined,
});

export const openTransactionsAnywhere = defineStatement({
  name: 'review.open-transactions',
  why: {
    en: 'Open transactions, the oldest first, where the server does not tell which tables they hold.',
    zh: '服务器无法给出事务持有哪些表时，列出未结束的事务，最早的在前。',
  },
  ...asking,
  text: () =>
    `SELECT x.trx_mysql_thread_id AS session, p.USER AS user, p.HOST AS host, ${since('x.trx_started')} AS seconds FROM information_schema.INNODB_TRX x JOIN information_schema.PROCESSLIST p ON p.ID = x.trx_mysql_thread_id WHERE x.trx_mysql_thread_id <> CONNECTION_ID() ORDER BY x.trx_started LIMIT 20`,
});

/** https://mariadb.com/kb/en/disks-plugin/; MySQL has nothing like it. */
export const freeDisk = defineStatement({
  name: 'review.free-disk',
  why: {
    en: 'Free bytes where the data lies, on MariaDB with the plugin disks: whether a rebuild has room.',
    zh: '数据所在磁盘的剩余空间（MariaDB 且已安装 disks 插件）：判断重建是否有足够空间。',
  },
  ...asking,
  text: ({ flavor }) =>
    flavor === 'mariadb'
      ? "SELECT Available * 1024 AS free FROM information_schema.DISKS WHERE @@GLOBAL.datadir LIKE CONCAT(Path, '%') ORDER BY LENGTH(Path) DESC LIMIT 1"
      : undefined,
});
