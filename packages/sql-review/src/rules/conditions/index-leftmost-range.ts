import type { Expression } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex, isSame, type TableModel } from '../../schema/table.ts';
import { stringIn } from '../../tree/calls.ts';
import { bare, columnsIn, conjuncts, isFixed } from '../../tree/conditions.ts';

export const indexLeftmostRange = defineRule({
  id: 'index-leftmost-range',
  grade: 'N',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'Behind a column that is searched by range, IN or OR, the columns of an index narrow nothing, or each of many ranges by itself, and no longer sort: put those compared with = first.',
    zh: '联合索引的首列使用范围、IN 或 OR 时，后面的列无法继续缩小范围（或只能逐段使用），也不能用于排序：等值比较的列应放在前面。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, context) => {
    const [table, more] = node.kind === 'select' ? node.from : node.tables;
    if (!node.where || more || table?.kind !== 'named-table') return undefined;
    const model = context.schema.tableOf(table.name);
    if (!model) return undefined;
    const parts = conjuncts(node.where).flatMap((condition) => {
      const column = columnOfAll(condition, model, context);
      return column === undefined ? [] : [{ condition, column, isEqual: isEquality(condition) }];
    });
    // An index that begins with an equality is used instead.
    const isServed = model.indexes.some(({ isVisible, parts: [first] }) =>
      parts.some(({ column, isEqual }) => isVisible && isEqual && isSame(first?.column, column)),
    );
    if (isServed) return undefined;
    return parts
      .filter(({ column, isEqual }) => {
        const wide = model.indexes.filter((index) => index.isVisible && columnsOfIndex(index)[0] === column);
        return !isEqual && wide.some((index) => parts.some((one) => columnsOfIndex(index).indexOf(one.column) > 0));
      })
      .map(({ condition }) =>
        at(condition, 'The rest of the index is stopped here.', '联合索引的后续列在此处停止使用。'),
      );
  },
});

/** The one column of the table a condition looks at, in lower case. */
function columnOfAll(condition: Expression, model: TableModel, { columnOf }: Context): string | undefined {
  const names = columnsIn(condition).map((column) => {
    const stored = columnOf(column);
    return stored?.table === model ? stored.column.name.toLowerCase() : undefined;
  });
  return new Set(names).size === 1 && isSearch(condition) ? names[0] : undefined;
}

const isEquality = (condition: Expression): boolean =>
  (condition.kind === 'binary' && ['=', '<=>'].includes(condition.operator)) ||
  (condition.kind === 'is' && condition.what === 'NULL' && !condition.not) ||
  (condition.kind === 'in-list' && !condition.not && condition.items.length === 1);

/** A comparison of a bare column that an index can answer. */
function isSearch(condition: Expression): boolean {
  const inner = bare(condition);
  if (inner.kind === 'logical') return inner.operator === 'OR' && inner.operands.every(isSearch);
  if (inner.kind === 'binary') {
    const [left, right] = [bare(inner.left), bare(inner.right)];
    return (
      ['=', '<=>', '<', '<=', '>', '>='].includes(inner.operator) &&
      ((left.kind === 'column' && isFixed(right)) || (right.kind === 'column' && isFixed(left)))
    );
  }
  if (inner.kind === 'between' || inner.kind === 'in-list' || inner.kind === 'is')
    return !inner.not && bare(inner.operand).kind === 'column';
  if (inner.kind !== 'like' || inner.not || inner.operator !== 'LIKE') return false;
  const begins = stringIn(inner.pattern)?.slice(0, 1);
  return bare(inner.operand).kind === 'column' && begins !== '%' && begins !== '_';
}
