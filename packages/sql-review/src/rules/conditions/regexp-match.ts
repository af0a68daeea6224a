import { at, defineRule } from '../../rule.ts';

export const regexpMatch = defineRule({
  id: 'regexp-match',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A regular expression is tried on every row: no index helps.',
    zh: '正则匹配需要逐行计算，无法使用索引。',
  },
  on: ['like'],
  check: (node) => node.operator === 'REGEXP' && at(node, 'No index is used for this.', '无法使用索引。'),
});
