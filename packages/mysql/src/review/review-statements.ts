import { defineStatement } from '../catalogue/statement.ts';
import { quoteIdentifier } from '../quoting.ts';

/** Sent before a review, by the account that only looks: read only, short, ended by the server itself. */
export const reviewing = { sentBy: ['review'], changes: 'nothing' } as const;

export interface ReviewedTable {
  readonly schema: string | undefined;
  readonly name: string;
}

export const nameOfTable = ({ schema, name }: ReviewedTable): string =>
  `${schema === undefined ? '' : `${quoteIdentifier(schema)}.`}${quoteIdentifier(name)}`;

export const reviewReadOnly = defineStatement({
  name: 'review.read-only',
  why: {
    en: 'Nothing a review asks can write, whatever stands in the script.',
    zh: '审核期间的任何查询都不能写入，无论脚本内容如何。',
  },
  sentBy: ['review'],
  changes: 'session',
  text: () => 'SET SESSION TRANSACTION READ ONLY',
});

export const useSchema = defineStatement<{ readonly schema: string }>({
  name: 'review.use-schema',
  why: {
    en: 'Names without a schema are looked for where the script will run.',
    zh: '未限定库名的表在脚本将运行的库中查找。',
  },
  sentBy: ['review'],
  changes: 'session',
  examples: () => [{ schema: 'shop' }],
  text: (_version, { schema }) => `USE ${quoteIdentifier(schema)}`,
});

export const currentSchemaName = defineStatement({
  name: 'review.current-schema',
  why: { en: 'Which schema names without one are looked for in.', zh: '未限定库名的表在哪个库中查找。' },
  ...reviewing,
  limitSeconds: 5,
  text: () => 'SELECT DATABASE() AS name',
});

export const tableDefinition = defineStatement<ReviewedTable>({
  name: 'review.table-definition',
  why: { en: 'The definition of a table the script names.', zh: '脚本涉及的表的定义。' },
  ...reviewing,
  limitSeconds: 5,
  examples: () => [
    { schema: 'shop', name: 'orders' },
    { schema: undefined, name: 'orders' },
  ],
  text: (_version, table) => `SHOW CREATE TABLE ${nameOfTable(table)}`,
});

export const tableSizes = defineStatement({
  name: 'review.table-statistics',
  why: {
    en: 'Rows and sizes of such a table, as the server estimates them.',
    zh: '这些表的行数与大小（服务器估算）。',
  },
  ...reviewing,
  limitSeconds: 5,
  text: () =>
    'SELECT TABLE_ROWS AS table_rows, DATA_LENGTH AS data_bytes, INDEX_LENGTH AS index_bytes, AUTO_INCREMENT AS next_value FROM information_schema.TABLES WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ?',
});

export const explainStatement = defineStatement<{ readonly sql: string }>({
  name: 'review.explain',
  why: {
    en: 'How the server would run a query or change of the script; it is planned, not run.',
    zh: '服务器将如何执行脚本中的查询或变更；只生成计划，不执行。',
  },
  ...reviewing,
  limitSeconds: 10,
  examples: () => [{ sql: 'SELECT …' }],
  // MariaDB tells the share that passes the filter only when asked for more.
  text: ({ flavor }, { sql }) => `${flavor === 'mariadb' ? 'EXPLAIN EXTENDED' : 'EXPLAIN FORMAT=TRADITIONAL'} ${sql}`,
});

export const countRows = defineStatement<{ readonly sql: string }>({
  name: 'review.count-rows',
  why: {
    en: 'How many rows a change of one table touches, counted within a time limit; otherwise EXPLAIN’s estimate holds.',
    zh: '变更单表时涉及的行数：在时限内精确计数，否则采用 EXPLAIN 的估算。',
  },
  ...reviewing,
  limitSeconds: 3,
  examples: () => [{ sql: 'SELECT COUNT(*) AS counted FROM `shop`.`orders` WHERE …' }],
  text: (_version, { sql }) => sql,
});
