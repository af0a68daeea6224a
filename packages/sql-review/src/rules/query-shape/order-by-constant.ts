import type { Expression, Select } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, conjuncts, isFixed, isNull, sameColumn } from '../../tree/conditions.ts';
import { mysqlFrom } from '../../versions.ts';

const sortsNoGroups = mysqlFrom(80000);

/** One value in every row: `WHERE state = 1 ORDER BY state`. */
const isFixedBy = ({ where }: Select, expression: Expression): boolean =>
  conjuncts(where).some(
    (one) =>
      one.kind === 'binary' &&
      one.operator === '=' &&
      ((sameColumn(one.left, expression) && isFixed(one.right)) ||
        (sameColumn(one.right, expression) && isFixed(one.left))),
  );

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
        return (
          (inner.kind === 'literal' && inner.type !== 'integer') ||
          (inner.kind === 'literal' && expression.kind === 'parenthesised')
        );
      })
      .map((item) =>
        at(item, 'Every row has the same value here: nothing is sorted.', '每一行的值都相同，排序没有意义。'),
      ),
});
