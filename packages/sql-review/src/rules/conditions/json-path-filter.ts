import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { conditionsIn, isComparison } from '../../tree/conditions.ts';
import { indexedPath, jsonPathIn } from '../../tree/json-paths.ts';

export const jsonPathFilter = defineRule({
  id: 'json-path-filter',
  grade: 'W',
  theme: 'conditions',
  why: {
    en: 'A filter on a path of a JSON document reads every document: an index on the expression, or on a generated column, does not.',
    zh: '按 JSON 路径过滤需要读取所有文档：请为该表达式或生成列建立索引。',
  },
  on: ['select', 'update', 'delete'],
  check: ({ where }, context) =>
    conditionsIn(where)
      .flatMap(sidesOf)
      .filter((side) => {
        const path = jsonPathIn(side);
        return path !== undefined && indexedPath(path, context) === undefined;
      })
      .map((side) => at(side, 'Every document is read.', '需要读取所有文档。')),
});

/** What a condition looks at. */
function sidesOf(condition: Expression): readonly Expression[] {
  if (condition.kind === 'binary')
    return isComparison(condition.operator) || condition.operator === 'MEMBER OF'
      ? [condition.left, condition.right]
      : [];
  if (isCallOf(condition, 'JSON_CONTAINS', 'JSON_OVERLAPS')) return condition.args;
  return ['between', 'in-list', 'in-query', 'like', 'is'].includes(condition.kind) && 'operand' in condition
    ? [condition.operand as Expression]
    : [];
}
