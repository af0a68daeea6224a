import { defineStatement } from '../catalogue/statement.ts';
import { reviewing } from './review-statements.ts';

/** Digests asked for in one statement. */
export const mostDigests = 100;

export const digestExecutions = defineStatement<{ readonly count: number }>({
  name: 'review.digest-executions',
  why: {
    en: 'How often statements like those of the script were run, from the digests: their texts without values.',
    zh: '脚本中同类语句的执行次数，取自语句摘要（不含取值）。',
  },
  ...reviewing,
  limitSeconds: 5,
  examples: () => [{ count: 2 }],
  text: (_version, { count }) =>
    `SELECT DIGEST_TEXT AS digest_text, SUM(COUNT_STAR) AS executions, TIMESTAMPDIFF(SECOND, MIN(FIRST_SEEN), NOW()) AS seconds FROM performance_schema.events_statements_summary_by_digest WHERE DIGEST_TEXT IN (${Array.from({ length: count }, () => '?').join(', ')}) GROUP BY DIGEST_TEXT`,
});
