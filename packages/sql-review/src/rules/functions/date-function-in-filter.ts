import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, columnsIn } from '../../tree/conditions.ts';
import { isIndexed } from '../../tree/indexed-expressions.ts';

export const dateFunctionInFilter = defineRule({
  id: 'date-function-in-filter',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'DATE(column) = a day can be a range over the column, which an index serves.',
    zh: 'DATE(列) = 某日 可改写为列的范围条件，从而使用索引。',
  },
  on: ['binary'],
  check: (node, context) => {
    if (node.operator !== '=') return undefined;
    const side = [node.left, node.right]
      .map(bare)
      .find((one) => isCallOf(one, 'DATE', 'YEAR', 'MONTH', 'DATE_FORMAT', 'TO_DAYS', 'UNIX_TIMESTAMP', 'YEARWEEK'));
    return (
      side &&
      columnsIn(side).length > 0 &&
      !columnsIn(side).every(context.isVariable) &&
      !isIndexed(side, context) &&
      at(side, 'Use >= and < on the column itself.', '请对列本身使用 >= 和 <。')
    );
  },
});
