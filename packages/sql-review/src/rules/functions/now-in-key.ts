import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, isComparison } from '../../tree/conditions.ts';

export const nowInKey = defineRule({
  id: 'now-in-key',
  grade: 'N',
  off: true,
  theme: 'functions',
  why: {
    en: 'NOW() in a filter makes every statement another text for caches and digests.',
    zh: '过滤条件使用 NOW() 会使每次查询的结果无法缓存。',
  },
  on: ['binary'],
  check: (node) =>
    isComparison(node.operator) &&
    [node.left, node.right].some((side) => isCallOf(bare(side), 'NOW', 'CURRENT_TIMESTAMP')) &&
    at(node, 'Give the time as a value.', '请以参数形式传入时间。'),
});
