import { defineStatement } from '../catalogue/statement.ts';
import { quoteIdentifier } from '../quoting.ts';
import { nameOfTable, type ReviewedTable, reviewing } from './review-statements.ts';

export interface SampledColumns {
  readonly table: ReviewedTable;
  readonly columns: readonly string[];
  /** Of these, texts and blobs without a narrow limit: their beginning is read, for 20,000 whole ones would fill the disk of a server. */
  readonly long?: readonly string[];
  /** Columns of the primary key; without one the sample is whatever comes first. */
  readonly key: readonly string[];
}

/** From both ends of the primary key: what grows with it is seen in its whole width. */
export const sampleRows = 10_000;

export const sampleColumns = defineStatement<SampledColumns>({
  name: 'review.sample-columns',
  why: {
    en: 'How many different values the columns of conditions have, in a bounded sample; only when index advice is asked for.',
    zh: '在限定样本中统计条件列的不同取值数；仅在请求索引建议时执行。',
  },
  ...reviewing,
  limitSeconds: 5,
  examples: () => [{ table: { schema: 'shop', name: 'orders' }, columns: ['user_id', 'status'], key: ['id'] }],
  text: (_version, { table, columns, long = [], key }) => {
    const names = columns.map((column) => quoteIdentifier(column));
    const read = columns.map((column, at) =>
      long.includes(column) ? `LEFT(${names[at]}, 64) AS ${names[at]}` : names[at],
    );
    const counted = names.map(
      (name, at) =>
        `COUNT(DISTINCT LEFT(${name}, 64)) AS d${at}, SUM(${name} IS NULL) AS n${at}, MIN(${name}) AS l${at}, MAX(${name}) AS h${at}`,
    );
    const side = (direction: string) => {
      const order = key.map((column) => `${quoteIdentifier(column)}${direction}`).join(', ');
      return `(SELECT ${read.join(', ')} FROM ${nameOfTable(table)}${order === '' ? '' : ` ORDER BY ${order}`} LIMIT ${sampleRows})`;
    };
    const source = key.length === 0 ? side('') : `${side('')} UNION ALL ${side(' DESC')}`;
    return `SELECT COUNT(*) AS sampled, ${counted.join(', ')} FROM (${source}) AS sample`;
  },
});

export const indexCardinalities = defineStatement({
  name: 'review.index-cardinalities',
  why: {
    en: 'How many different values each index holds, as the server estimates.',
    zh: '服务器估算的各索引不同取值数。',
  },
  ...reviewing,
  limitSeconds: 5,
  text: () =>
    'SELECT INDEX_NAME AS index_name, SEQ_IN_INDEX AS place, COLUMN_NAME AS column_name, CARDINALITY AS cardinality FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ? ORDER BY INDEX_NAME, SEQ_IN_INDEX',
});
