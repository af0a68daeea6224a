import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';
import { bare, isComparison } from '../../tree/conditions.ts';
import { isNumberType } from '../../tree/types.ts';

const isNumberText = (value: Expression): boolean => /^-?[0-9]+(\.[0-9]+)?$/.test(stringIn(value)?.trim() ?? '');

export const numberQuoted = defineRule({
  id: 'number-quoted',
  grade: 'N',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'A number in quotes is converted for a number column each time; without them the text says what is compared.',
    zh: '数值列与带引号的数字比较需要转换；去掉引号更清楚。',
  },
  on: ['binary', 'in-list', 'between'],
  check: (node, { columnOf }) => {
    if (node.kind === 'binary' && !isComparison(node.operator)) return undefined;
    const values =
      node.kind === 'binary' ? [node.left, node.right] : node.kind === 'between' ? [node.low, node.high] : node.items;
    const value = values.find(isNumberText);
    if (value === undefined) return undefined;
    const column = (node.kind === 'binary' ? values : [node.operand]).map(bare).find(({ kind }) => kind === 'column');
    const stored = column?.kind === 'column' ? columnOf(column)?.column : undefined;
    return (
      stored?.type &&
      isNumberType(stored.type) &&
      at(value, `${stored.name} is a number: leave the quotes out.`, `${stored.name} 是数值列，请去掉引号。`)
    );
  },
});
