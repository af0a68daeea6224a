import { at, defineRule } from '../../rule.ts';
import { bare, isFixed } from '../../tree/conditions.ts';

export const inColumnName = defineRule({
  id: 'in-column-name',
  grade: 'W',
  theme: 'conditions',
  why: {
    en: 'A name in an IN list is a column: a text needs quotes.',
    zh: 'IN 列表中的名称会被当作列，字符串需要加引号。',
  },
  on: ['in-list'],
  check: ({ operand, items }, { columnOf, isVariable }) => {
    const isMixed = items.some(isFixed);
    return (
      bare(operand).kind === 'column' &&
      items
        // Nobody forgets the quotes of a.b; a list of columns alone may be meant, where they are known to be columns.
        .filter(
          (item) =>
            item.kind === 'column' &&
            !item.table &&
            !isVariable(item) &&
            (isMixed || (items.length === 1 && !columnOf(item))),
        )
        .map((item) => at(item, 'Is this a column, or a text without quotes?', '这是列，还是漏写了引号的字符串？'))
    );
  },
});
