import { type Query, type Select, type Subquery, walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const subqueryScalar = defineRule({
  id: 'subquery-scalar',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A subquery in the select list is run for each row; a join is run once.',
    zh: '查询列中的子查询会对每一行执行一次；改为连接只需执行一次。',
  },
  on: ['select-item'],
  check: (item, { parentOf, nodes }) => {
    const { expression } = item;
    if (expression.kind === 'column' || expression.kind === 'star' || nodes('subquery').length === 0) return undefined;
    const around = parentOf(item);
    // Without FROM there is one row.
    if (around?.kind === 'select' && (around as Select).from.length === 0) return undefined;
    const found: Subquery[] = [];
    walk(expression, (node) => {
      if (node.kind === 'subquery') found.push(node as Subquery);
      return node.kind === 'query' ? 'skip' : undefined;
    });
    return found
      .filter(({ query }) => readsTable(query))
      .map((subquery) => at(subquery, 'A subquery for each row.', '每一行都会执行一次子查询。'));
  },
});

function readsTable({ body }: Query): boolean {
  if (body.kind === 'query') return readsTable(body);
  return body.kind === 'select' && body.from.length > 0;
}
