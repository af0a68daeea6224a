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
  // Aggregates leave NULLs out: COUNT(CASE WHEN … THEN 1 END) counts what it says.
  check: (node, { parentOf }) =>
    node.otherwise === undefined && parentOf(node)?.kind !== 'aggregate' && at(node, 'ELSE is missing.', '缺少 ELSE。'),
});
