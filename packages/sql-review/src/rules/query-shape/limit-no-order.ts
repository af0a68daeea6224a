import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

/** LIMIT 1 and LIMIT 0 ask whether there is one, or for the columns. */
const isProbe = (count: Expression | undefined): boolean =>
  count?.kind === 'literal' && (count.value === '1' || count.value === '0');

export const limitNoOrder = defineRule({
  id: 'limit-no-order',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Without ORDER BY the server may return any rows: two pages can show one row twice and leave out another.',
    zh: '没有 ORDER BY 时返回哪些行并不确定：分页时可能重复或遗漏。',
  },
  on: ['query'],
  check: ({ limit, orderBy, body }) =>
    limit &&
    orderBy.length === 0 &&
    body.kind === 'select' &&
    body.from.length > 0 &&
    !isProbe(limit.count) &&
    at(limit, 'LIMIT without ORDER BY: which rows come is not fixed.', 'LIMIT 没有配合 ORDER BY：返回哪些行并不确定。'),
});
