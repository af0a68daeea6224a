import { at, defineRule } from '../../rule.ts';
import { bare, isNull } from '../../tree/conditions.ts';
import { isConstant, isFixedBy } from '../../tree/grouping.ts';
import { mysqlFrom } from '../../versions.ts';

const sortsNoGroups = mysqlFrom(80000);

export const orderByConstant = defineRule({
  id: 'order-by-constant',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Sorting by a constant sorts nothing: a string or NULL is no column, and a column that WHERE fixes has one value.',
    zh: '按常量排序没有意义：字符串和 NULL 不是列，被 WHERE 固定的列只有一个值。',
  },
  on: ['query'],
  check: ({ orderBy, body }, { dialect }) =>
    orderBy
      .filter(({ expression }) => {
        const inner = bare(expression);
        if (inner.kind === 'column') return body.kind === 'select' && isFixedBy(body, inner);
        // ORDER BY NULL is how GROUP BY is told not to sort, where it does.
        if (isNull(inner) && body.kind === 'select' && body.groupBy && !sortsNoGroups(dialect)) return false;
        // A bare number is a position.
        return isConstant(inner) && !(expression.kind === 'literal' && expression.type === 'integer');
      })
      .map((item) =>
        at(item, 'Every row has the same value here: nothing is sorted.', '每一行的值都相同，排序没有意义。'),
      ),
});
