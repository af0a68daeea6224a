import type { DataType, Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { numberIn, stringIn } from '../../tree/calls.ts';
import { bare, isComparison } from '../../tree/conditions.ts';
import { isTextType } from '../../tree/keys.ts';
import { isNumberType } from '../../tree/types.ts';

/** ENUM and SET compare with numbers by their place in the list. */
const isList = ({ name }: DataType): boolean => name === 'ENUM' || name === 'SET';

/** A text that no number begins. */
const isWord = (value: Expression): boolean => {
  const text = stringIn(value);
  return text !== undefined && Number.isNaN(Number.parseFloat(text));
};

export const implicitConversion = defineRule({
  id: 'implicit-conversion',
  grade: 'W',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: "A text column compared with a number is converted row by row: its index is not used, and '1a' equals 1. A number compared with a word is compared with 0.",
    zh: "字符列与数字比较会逐行转换：索引失效，且 '1a' 等于 1；数值列与非数字字符串比较等于与 0 比较。",
  },
  on: ['binary', 'in-list', 'between'],
  check: (node, { columnOf }) => {
    const [sides, values] =
      node.kind === 'binary'
        ? [isComparison(node.operator) ? [node.left, node.right] : [], [node.left, node.right]]
        : [[node.operand], node.kind === 'between' ? [node.low, node.high] : node.items];
    const column = sides.map(bare).find((side) => side.kind === 'column');
    const stored = column?.kind === 'column' ? columnOf(column) : undefined;
    if (!stored?.column.type) return undefined;
    const { name, type } = stored.column;
    const number =
      isTextType(type) && !isList(type) ? values.find((value) => numberIn(value) !== undefined) : undefined;
    if (number) return at(number, `${name} is a text: put the value in quotes.`, `${name} 是字符列，请给值加上引号。`);
    const word = isNumberType(type) ? values.find(isWord) : undefined;
    return (
      word && at(word, `${name} is a number: this text is compared as 0.`, `${name} 是数值列：该字符串会按 0 比较。`)
    );
  },
});
