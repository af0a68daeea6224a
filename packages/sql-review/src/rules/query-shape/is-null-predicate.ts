import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { isInFilter } from '../../tree/filters.ts';

export const isNullPredicate = defineRule({
  id: 'is-null-predicate',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'A column that is filtered by IS NULL is mostly one that should have a default.',
    zh: '需要用 IS NULL 过滤的列，多半应当设置默认值。',
  },
  on: ['is'],
  check: (node, { parentOf }) =>
    node.what === 'NULL' &&
    bare(node.operand).kind === 'column' &&
    isInFilter(node, parentOf) &&
    at(node, 'A filter on NULL.', '按 NULL 过滤。'),
});
