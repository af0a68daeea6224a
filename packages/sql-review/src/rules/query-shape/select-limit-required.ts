import { at, defineRule } from '../../rule.ts';

export const selectLimitRequired = defineRule({
  id: 'select-limit-required',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'Where results are shown to people, a LIMIT keeps a forgotten filter from filling their memory.',
    zh: '结果用于展示时，LIMIT 可以避免漏写条件时返回过多数据。',
  },
  on: ['query'],
  check: (query) =>
    !query.limit &&
    query.body.kind === 'select' &&
    query.body.from.length > 0 &&
    at(query, 'The query has no LIMIT.', '查询没有 LIMIT。'),
});
