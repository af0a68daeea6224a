import type { Is, Logical, Node } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

/**
 * Whether the whole filter hangs on the condition: an IS NOT NULL that lets all through does no harm beside an AND, and an
 * IS NULL that lets none through does none beside an OR.
 */
function decides(node: Is, parentOf: (node: Node) => Node | undefined): boolean {
  let below: Node = node;
  for (let above = parentOf(node); above; above = parentOf(above)) {
    if ('where' in above) return above.where === below;
    const joins = above.kind === 'logical' && (above as Logical).operator === (node.not ? 'OR' : 'AND');
    if (!joins && above.kind !== 'parenthesised') return false;
    below = above;
  }
  return false;
}

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
  check: (node, { columnOf, nodes, parentOf }) => {
    const column = bare(node.operand);
    const stored = node.what === 'NULL' && column.kind === 'column' ? columnOf(column) : undefined;
    // The optional side of an outer join may well be NULL.
    return (
      stored &&
      !stored.column.isNullable &&
      decides(node, parentOf) &&
      nodes('join').every(({ type }) => type !== 'LEFT JOIN' && type !== 'RIGHT JOIN' && type !== 'FULL JOIN') &&
      at(node, `${stored.column.name} is never NULL.`, `${stored.column.name} 不会为 NULL。`)
    );
  },
});
