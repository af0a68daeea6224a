import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';
import { bare, isComparison } from '../../tree/conditions.ts';
import { isTextType } from '../../tree/keys.ts';

export const implicitConversion = defineRule({
  id: 'implicit-conversion',
  grade: 'W',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: "A text column compared with a number is converted row by row: its index is not used, and '1a' equals 1.",
    zh: "字符列与数字比较会逐行转换：索引失效，且 '1a' 等于 1。",
  },
  on: ['binary', 'in-list', 'between'],
  check: (node, { columnOf }) => {
    const [sides, values] =
      node.kind === 'binary'
        ? [isComparison(node.operator) ? [node.left, node.right] : [], [node.left, node.right]]
        : [[node.operand], node.kind === 'between' ? [node.low, node.high] : node.items];
    const column = sides.map(bare).find((side) => side.kind === 'column');
    const stored = column?.kind === 'column' ? columnOf(column) : undefined;
    const number = values.find((value) => numberIn(value) !== undefined);
    return (
      stored &&
      isTextType(stored.column.type) &&
      number &&
      at(
        number,
        `${stored.column.name} is a text: put the value in quotes.`,
        `${stored.column.name} 是字符列，请给值加上引号。`,
      )
    );
  },
});
