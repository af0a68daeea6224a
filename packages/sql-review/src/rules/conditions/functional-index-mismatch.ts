import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, conditionsIn, isComparison } from '../../tree/conditions.ts';
import { isIndexed } from '../../tree/indexed-expressions.ts';
import { indexedPath, jsonPathIn } from '../../tree/json-paths.ts';
import { isNumberType } from '../../tree/types.ts';
import { mysqlFrom } from '../../versions.ts';

export const functionalIndexMismatch = defineRule({
  id: 'functional-index-mismatch',
  grade: 'W',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'An index on an expression serves only what has its type and collation: CAST(… AS CHAR) does not serve ->>, and a number does not serve a text.',
    zh: '函数索引要求表达式的类型和排序规则完全一致：CAST(… AS CHAR) 无法用于 ->>，数值索引也无法用于字符串比较。',
  },
  versions: mysqlFrom(80013),
  on: ['select', 'update', 'delete'],
  check: ({ where }, context) =>
    conditionsIn(where).flatMap((condition) => {
      if (condition.kind !== 'binary' || !isComparison(condition.operator)) return [];
      const sides = [bare(condition.left), bare(condition.right)] as const;
      const other = (side: Expression) => (side === sides[0] ? sides[1] : sides[0]);
      return sides
        .filter((side) => {
          const path = jsonPathIn(side);
          const index = path && indexedPath(path, context);
          if (index) return !isIndexed(side, context) && !isUnquotedTwin(side, index);
          const isText = other(side).kind === 'literal' && 'type' in other(side) && textOf(other(side));
          return isText && isNumeric(side) && side.kind !== 'column' && isIndexed(side, context);
        })
        .map((side) =>
          at(
            side,
            'The index holds this as another type or collation: write the expression as the index has it.',
            '索引中该表达式的类型或排序规则不同：请按索引的写法书写表达式。',
          ),
        );
    }),
});

const textOf = (side: Expression): boolean => side.kind === 'literal' && side.type === 'string';

/** ->> is of utf8mb4_bin: an index that says so serves it. */
function isUnquotedTwin(side: Expression, index: Expression): boolean {
  const inner = bare(index);
  if (inner.kind !== 'binary' || inner.operator !== 'COLLATE') {
    // A multi-valued index serves MEMBER OF and JSON_CONTAINS, which are no comparisons.
    return inner.kind === 'cast' && inner.array;
  }
  const { right } = inner;
  const isBinary = right.kind === 'column' && right.name.name.toLowerCase() === 'utf8mb4_bin';
  return isBinary && side.kind === 'binary' && side.operator === '->>';
}

const isNumeric = (side: Expression): boolean =>
  (side.kind === 'binary' && ['+', '-', '*', '/', '%', 'DIV'].includes(side.operator)) ||
  (side.kind === 'cast' && (isNumberType(side.type) || ['SIGNED', 'UNSIGNED'].includes(side.type.name)));
