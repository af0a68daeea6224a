import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { isInFilter } from '../../tree/filters.ts';

export const regexpMatch = defineRule({
  id: 'regexp-match',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A regular expression is tried on every row: no index helps.',
    zh: '正则匹配需要逐行计算，无法使用索引。',
  },
  on: ['like', 'call', 'binary'],
  check: (node, { parentOf }) => {
    const isMatch =
      (node.kind === 'like' && node.operator === 'REGEXP') ||
      (node.kind === 'binary' && node.operator === 'SOUNDS LIKE') ||
      isCallOf(node, 'REGEXP_LIKE', 'REGEXP_INSTR');
    return isMatch && isInFilter(node, parentOf) && at(node, 'No index is used for this.', '无法使用索引。');
  },
});
