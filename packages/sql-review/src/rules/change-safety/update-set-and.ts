import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, isComparison } from '../../tree/conditions.ts';

const isColumnCompared = (operand: Expression): boolean => {
  const inner = bare(operand);
  return inner.kind === 'binary' && inner.operator === '=' && bare(inner.left).kind === 'column';
};

/** `SET ok = n > 5 AND state = 1`: the first part is a truth value itself, and so may the whole be meant. */
const isTruth = (operand: Expression | undefined): boolean => {
  const inner = operand && bare(operand);
  if (inner?.kind === 'binary') return isComparison(inner.operator);
  if (inner?.kind === 'unary') return inner.operator === 'NOT' || inner.operator === '!';
  return inner !== undefined && truths.has(inner.kind);
};

const truths: ReadonlySet<string> = new Set([
  'is', 'like', 'in-list', 'in-query', 'between', 'exists', 'logical', 'quantified',
]); // biome-ignore format: a list

export const updateSetAnd = defineRule({
  id: 'update-set-and',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'SET separates its columns with commas: with AND, one column gets the result of a comparison and the others are not written.',
    zh: 'SET 中的列用逗号分隔：写成 AND 时，第一列得到的是逻辑运算结果，其余列不会被写入。',
  },
  on: ['update', 'insert'],
  check: (change) =>
    [...change.assignments, ...(change.kind === 'insert' ? change.onDuplicate : [])]
      .map(({ value }) => value)
      .filter(
        (value) =>
          value.kind === 'logical' &&
          value.operator === 'AND' &&
          !isTruth(value.operands[0]) &&
          value.operands.some(isColumnCompared),
      )
      .map((value) =>
        at(
          value,
          'AND in SET assigns a truth value; use a comma between columns.',
          'SET 中的 AND 会把逻辑值赋给该列；多列之间应使用逗号。',
        ),
      ),
});
