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
  check: (_, { nodes }) =>
    nodes('query')
      .filter(({ limit, body }) => !limit && body.kind === 'select' && body.from.length > 0)
      .map((query) => at(query, 'The query has no LIMIT.', '查询没有 LIMIT。')),
});
