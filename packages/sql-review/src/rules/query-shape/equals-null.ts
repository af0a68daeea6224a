import { at, defineRule } from '../../rule.ts';
import { isComparison, isNull } from '../../tree/conditions.ts';

export const equalsNull = defineRule({
  id: 'equals-null',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'A comparison with NULL is never true, not even for NULL: the filter takes no row.',
    zh: '与 NULL 比较的结果永远不为真，即使值就是 NULL：该过滤条件不会选中任何行。',
  },
  on: ['binary', 'case'],
  check: (comparison) => {
    if (comparison.kind === 'case')
      return comparison.operand
        ? comparison.whens
            .filter(({ condition }) => isNull(condition))
            .map(({ condition }) =>
              at(condition, 'WHEN NULL is never met: use IS NULL.', 'WHEN NULL 永远不会匹配，请使用 IS NULL。'),
            )
        : undefined;
    return (
      isComparison(comparison.operator) &&
      comparison.operator !== '<=>' &&
      (isNull(comparison.left) || isNull(comparison.right)) &&
      at(comparison, 'Use IS NULL or IS NOT NULL.', '请使用 IS NULL 或 IS NOT NULL。')
    );
  },
});
