import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const subqueryScalar = defineRule({
  id: 'subquery-scalar',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A subquery in the select list is run for each row; a join is run once.',
    zh: '查询列中的子查询会对每一行执行一次；改为连接只需执行一次。',
  },
  on: ['select-item'],
  check: ({ expression }) => {
    const inner = bare(expression);
    if (inner.kind !== 'subquery') return undefined;
    let { body } = inner.query;
    while (body.kind === 'query') body = body.body;
    return (
      body.kind === 'select' &&
      body.from.length > 0 &&
      at(inner, 'A subquery for each row.', '每一行都会执行一次子查询。')
    );
  },
});
