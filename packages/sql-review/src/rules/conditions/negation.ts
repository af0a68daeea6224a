import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, columnsIn, conjuncts } from '../../tree/conditions.ts';

export const negation = defineRule({
  id: 'negation',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A negation matches most rows: an index seldom helps.',
    zh: '否定条件通常匹配大部分行，索引帮助有限。',
  },
  on: ['select', 'update', 'delete', 'join'],
  check: (node) => {
    const filter = node.kind === 'join' ? node.on : node.where;
    const parts = conjuncts(filter);
    // Beside an equality the negation only sorts out of the few rows that are left.
    if (parts.length === 0 || parts.some(isEquality)) return undefined;
    return conditionsOf(parts)
      .filter(isNegation)
      .map((one) => at(one, 'A negation: most rows meet it.', '否定条件：大部分行都会满足。'));
  },
});

const isEquality = (one: Expression): boolean =>
  (one.kind === 'binary' && (one.operator === '=' || one.operator === '<=>')) || (one.kind === 'in-list' && !one.not);

const conditionsOf = (parts: readonly Expression[]): readonly Expression[] =>
  parts.flatMap((part) => (part.kind === 'logical' ? conditionsOf(part.operands.map(bare)) : [part]));

function isNegation(one: Expression): boolean {
  if (one.kind === 'binary') return (one.operator === '<>' || one.operator === '!=') && columnsIn(one).length > 0;
  if (one.kind === 'unary' && (one.operator === 'NOT' || one.operator === '!')) {
    const inner = bare(one.operand);
    return inner.kind === 'in-list' || inner.kind === 'like' || (inner.kind === 'binary' && inner.operator === '=');
  }
  return (one.kind === 'in-list' || one.kind === 'like') && one.not;
}
