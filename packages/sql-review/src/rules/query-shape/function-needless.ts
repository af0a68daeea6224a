import type { Expression } from '@myriad/sql';
import { collationOf } from '../../advice/comparable.ts';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, conditionsIn, isComparison } from '../../tree/conditions.ts';

const plain = [
  'LOWER', 'UPPER', 'LCASE', 'UCASE', 'TRIM', 'LTRIM', 'RTRIM', 'CONCAT', 'ABS', 'ROUND', 'FLOOR', 'CEIL', 'CEILING', 'DATE', 'LENGTH', 'CHAR_LENGTH',
  'IFNULL', 'COALESCE', 'LEFT', 'RIGHT', 'REPLACE', 'SUBSTRING', 'SUBSTR', 'REVERSE',
] as const; // biome-ignore format: a list

export const functionNeedless = defineRule({
  id: 'function-needless',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A function over constants says less than its result, and LOWER() does nothing where the collation does not look at case.',
    zh: '对常量调用函数不如直接写结果；排序规则不区分大小写时，LOWER() 没有作用。',
  },
  on: ['select', 'update', 'delete', 'join'],
  check: (node, context) =>
    conditionsIn(node.kind === 'join' ? node.on : node.where)
      .flatMap(sidesOf)
      .map(bare)
      .filter((side) => isOfConstants(side) || ignoresCase(side, context))
      .map((side) => at(side, 'This function changes nothing that matters.', '该函数没有必要。')),
});

const sidesOf = (condition: Expression): readonly Expression[] => {
  if (condition.kind === 'binary') return isComparison(condition.operator) ? [condition.left, condition.right] : [];
  if (condition.kind === 'in-list') return [condition.operand, ...condition.items];
  return condition.kind === 'like' ? [condition.operand, condition.pattern] : [];
};

/** A result that could stand there instead. */
const isOfConstants = (side: Expression): boolean =>
  isCallOf(side, ...plain) && side.args.length > 0 && side.args.every((one) => bare(one).kind === 'literal');

/** LOWER(column), unless its collation tells capitals apart. */
function ignoresCase(side: Expression, { columnOf, dialect }: Context): boolean {
  const [argument] = isCallOf(side, 'LOWER', 'UPPER', 'LCASE', 'UCASE') ? side.args : [];
  if (argument?.kind !== 'column') return false;
  const stored = columnOf(argument);
  const collation = stored && collationOf(stored.column, stored.table, dialect);
  return collation === undefined || collation.endsWith('_ci');
}
