import { at, defineRule } from '../../rule.ts';

export const caseNoElse = defineRule({
  id: 'case-no-else',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'CASE without ELSE gives NULL for what no WHEN names.',
    zh: '没有 ELSE 的 CASE 在不匹配时返回 NULL。',
  },
  on: ['case'],
  check: (node) => node.otherwise === undefined && at(node, 'ELSE is missing.', '缺少 ELSE。'),
});
