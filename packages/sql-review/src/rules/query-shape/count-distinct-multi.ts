import { at, defineRule } from '../../rule.ts';

export const countDistinctMulti = defineRule({
  id: 'count-distinct-multi',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'COUNT(DISTINCT a, b) leaves out every row in which one of the columns is NULL.',
    zh: 'COUNT(DISTINCT a, b) 会忽略任意一列为 NULL 的行。',
  },
  on: ['aggregate'],
  check: (count, { columnOf }) =>
    count.name === 'COUNT' &&
    count.distinct &&
    count.args.length > 1 &&
    // Where none of them may be NULL, nothing is left out.
    !count.args.every((one) => one.kind === 'column' && columnOf(one)?.column.isNullable === false) &&
    at(count, 'Rows with a NULL in any of these columns are not counted.', '任意一列为 NULL 的行不会被计数。'),
});
