import { at, defineRule } from '../../rule.ts';

export const notInSubquery = defineRule({
  id: 'not-in-subquery',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'NOT IN is true for no row as soon as the subquery gives one NULL; NOT EXISTS means what people expect, and is as fast.',
    zh: 'NOT IN 子查询遇到 NULL 时结果恒为空；NOT EXISTS 的语义更清晰，也更容易优化。',
  },
  on: ['in-query'],
  check: (node) =>
    node.not &&
    at(
      node,
      'NOT IN gives nothing when the subquery has a NULL: consider NOT EXISTS.',
      '子查询结果包含 NULL 时 NOT IN 不返回任何行：建议改用 NOT EXISTS。',
    ),
});
