import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const whereNotNullAlways = defineRule({
  id: 'where-not-null-always',
  grade: 'W',
  theme: 'conditions',
  tier: 'schema',
  why: {
    en: 'IS NOT NULL on a NOT NULL column is true for every row, IS NULL for none.',
    zh: '对 NOT NULL 列判断 IS NOT NULL 恒为真，IS NULL 恒为假。',
  },
  on: ['is'],
  check: (node, { columnOf, nodes }) => {
    const column = bare(node.operand);
    const stored = node.what === 'NULL' && column.kind === 'column' ? columnOf(column) : undefined;
    // The optional side of an outer join may well be NULL.
    return (
      stored &&
      !stored.column.isNullable &&
      nodes('join').every(({ type }) => type !== 'LEFT JOIN' && type !== 'RIGHT JOIN' && type !== 'FULL JOIN') &&
      at(node, `${stored.column.name} is never NULL.`, `${stored.column.name} 不会为 NULL。`)
    );
  },
});
